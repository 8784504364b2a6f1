#!/usr/bin/env node
import { parseConfig } from '../config/config.ts'
import { buildProgram } from './program.ts'
import { EXIT } from './exit-codes.ts'
import { failureOf } from './failures.ts'
import { throughBarrier } from './masked-output.ts'

const stdout = throughBarrier(process.stdout)
const stderr = throughBarrier(process.stderr)

function fail(error: unknown): void {
  const failure = failureOf(error)
  if (failure.message !== '') stderr.write(`${failure.message}\n`)
  process.exitCode = failure.code
}

const outcome = parseConfig(process.env)
if (!outcome.ok) {
  stderr.write(`${outcome.errors.join('\n')}\n`)
  process.exit(EXIT.configuration)
}
process.on('SIGINT', () => process.exit(EXIT.interrupted))
// Node itself would print the message of the error and its stack, with the paths in them.
process.on('uncaughtException', error => {
  fail(error)
  process.exit()
})

const program = buildProgram({
  config: outcome.config,
  stdout,
  stderr,
  now: () => new Date().toISOString(),
  exit: code => {
    process.exitCode = code
  },
})
try {
  await program.parseAsync(process.argv)
} catch (error) {
  fail(error)
}
