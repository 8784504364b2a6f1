import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Bytes of the largest resident memory that any child of this process has had since {@link resetPeaks}, from /proc.
 * 0 where there is no /proc.
 */
export function largestPeak(): number {
  const peaks = children().map(pid => Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024)
  return Math.max(0, ...peaks)
}

/** Lets every child count its peak anew, from what it holds now. */
export function resetPeaks(): void {
  for (const pid of children()) {
    try {
      writeFileSync(`/proc/${pid}/clear_refs`, '5')
    } catch (error) {
      // The child ended meanwhile, or the kernel does not allow it: its peak since it began counts.
      if (!['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
}

const children = (): string[] => read(`/proc/${process.pid}/task/${process.pid}/children`).split(' ').filter(Boolean)

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return ''
    throw error
  }
}

/** Resident memory of this process and of its children together, now; 0 where there is no /proc. */
export const residentBytes = (): number =>
  [String(process.pid), ...children()].reduce(
    (sum, pid) => sum + Number(/VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024,
    0,
  )
