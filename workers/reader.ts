/**
 * Entry of the confined process: the only one that parses untrusted bytes. It answers one request at a time and
 * keeps the last opened file and the OCR engine warm between requests.
 */
import { maskNir } from '../src/formats/nir-text.ts'
import { handle } from '../src/sandbox/handlers.ts'
import type { EngineRequest } from '../src/sandbox/protocol.ts'
import type { Reply } from '../src/sandbox/engine-process.ts'

/** What no file can cause: the disk is full or broken, the machine is out of descriptors. */
const MACHINE = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']

function reply(message: Reply): void {
  process.send?.(message)
}

process.on('message', (request: EngineRequest) => {
  handle(request).then(
    answer => reply({ ok: true, answer, rssBytes: process.memoryUsage.rss() }),
    (error: unknown) => {
      const message = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
      const { code = '' } = error as NodeJS.ErrnoException
      const machine = MACHINE.includes(code) ? { machine: code } : {}
      reply({ ok: false, message: maskNir(message), rssBytes: process.memoryUsage.rss(), ...machine })
    },
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
