import type { Engines } from '../../src/sandbox/pool.ts'
import type {
  AnswerTo,
  EngineRequest,
  InspectAnswer,
  InspectRequest,
  Measured,
  ProduceAnswer,
  ProduceRequest,
  ReadAnswer,
  ReadRequest,
} from '../../src/sandbox/protocol.ts'

/** What the confined processes answer, or throw; `nth` counts the requests of a kind from 1. */
interface Script {
  readonly inspect?: (request: InspectRequest) => InspectAnswer
  readonly read?: (request: ReadRequest) => ReadAnswer
  readonly produce?: (request: ProduceRequest, nth: number) => ProduceAnswer
}

/** Memory that every answer reports. */
export const RSS = 123_000_000

/** No process is started: the answers are written by the test, the requests kept. */
export class ScriptedPool implements Engines {
  readonly asked: EngineRequest[] = []
  readonly #script: Script

  constructor(script: Script) {
    this.#script = script
  }

  async run<R extends EngineRequest>(request: R): Promise<AnswerTo<R> & Measured> {
    // As the channel to a process does.
    this.asked.push(structuredClone(request))
    await Promise.resolve()
    return { ...(this.#answer(request) as AnswerTo<R>), rssBytes: RSS }
  }

  get produced(): ProduceRequest[] {
    return this.asked.filter(r => r.kind === 'produce')
  }

  #answer(request: EngineRequest): object {
    switch (request.kind) {
      case 'inspect':
        return this.#script.inspect?.(request) ?? unexpected(request)
      case 'read':
        return this.#script.read?.(request) ?? unexpected(request)
      case 'reread':
        return { readings: [] }
      case 'picture':
        return unexpected(request)
      case 'produce':
        return (this.#script.produce ?? (() => WRITTEN))(request, this.produced.length)
    }
  }
}

function unexpected({ kind }: EngineRequest): never {
  throw new TypeError(`no answer was written for ${kind}`)
}

/** The file was written and proven. */
export const WRITTEN: ProduceAnswer = { octets: 1234, sha256: 'ab'.repeat(32), residues: [], timings: { ecriture: 5 } }
