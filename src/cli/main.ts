#!/usr/bin/env node
import { parseConfig } from '../config/config.ts'
import { maskNir } from '../formats/nir-text.ts'
import { buildProgram } from './program.ts'
import { EXIT } from './exit-codes.ts'
import { failureOf } from './failures.ts'

const outcome = parseConfig(process.env)
if (!outcome.ok) {
  process.stderr.write(`${outcome.errors.join('\n')}\n`)
  process.exit(EXIT.configuration)
}
process.on('SIGINT', () => process.exit(EXIT.interrupted))

const program = buildProgram({
  config: outcome.config,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date().toISOString(),
  exit: code => {
    process.exitCode = code
  },
})
try {
  await program.parseAsync(process.argv)
} catch (error) {
  const failure = failureOf(error)
  if (failure.message !== '') process.stderr.write(`${maskNir(failure.message)}\n`)
  process.exitCode = failure.code
}
