// Everything CI checks, in order; stops at the first failure. Ends with the tests' own count.
import { spawnSync } from 'node:child_process'

const STEPS = [
  ['types', ['tsc', '-p', 'tsconfig.json', '--noEmit']],
  ['lint', ['eslint', '.', '--max-warnings', '0']],
  ['import rules', ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'workers']],
  ['dead code', ['knip']],
  ['tests', ['vitest', 'run']],
]
for (const [name, args] of STEPS) {
  console.log(`--- ${name}`)
  const { status } = spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`--- ${name}: failed`)
    process.exit(status ?? 1)
  }
}
