import { spawnSync } from 'node:child_process'

/**
 * The command line that starts a process under limits: data 1.5 GB, files 1 GB, 256 descriptors, no core dump, CPU
 * bounded, no network. Address space is not limited: it breaks WebAssembly (measured), `RLIMIT_DATA` does not.
 * A tool that this machine lacks is left out, and said in `missing`.
 */
export interface Confinement {
  readonly prefix: readonly string[]
  /** What could not be confined here, in French, for the operator. */
  readonly missing: readonly string[]
}

const DATA_BYTES = 1_500_000_000
const FILE_BYTES = 1_000_000_000

/** @param cpuSeconds the whole life of the process: 60 s and 5 s for each page it may read, with the OCR's margin */
export function confinement(cpuSeconds: number): Confinement {
  const missing: string[] = []
  const prefix: string[] = []
  const limits = [`--data=${DATA_BYTES}`, `--fsize=${FILE_BYTES}`, '--nofile=256', '--core=0', `--cpu=${cpuSeconds}`]
  if (works('prlimit', [...limits, 'true'])) prefix.push('prlimit', ...limits)
  else missing.push('prlimit est absent : la mémoire et le temps de calcul ne sont pas limités.')
  if (works('unshare', ['-rn', 'true'])) prefix.push('unshare', '-rn')
  else missing.push("unshare n'est pas permis ici : coupez le réseau de ce service par ailleurs.")
  return { prefix, missing }
}

const works = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 5000 }).status === 0
