// Installs and builds what is missing, so that one command is enough on a fresh machine with git and Node.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`numeriseur needs Node 20.20 or newer; this is ${process.versions.node}. Install a newer Node and try again.`)
  process.exit(1)
}

const lockDigest = createHash('sha256').update(readFileSync(`${root}package-lock.json`)).digest('hex')
const stamp = `${root}node_modules/.numeriseur-lock`
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockDigest) {
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(stamp, lockDigest)
}
run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (error || status !== 0) {
    console.error(`Set-up stopped: ${command} ${args.join(' ')} failed.`)
    process.exit(status ?? 1)
  }
}
