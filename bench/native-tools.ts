import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A tool of Debian that does a part of the same work. */
export interface NativeTool {
  readonly name: string
  readonly accepts: (path: string) => boolean
  readonly command: (path: string, out: string) => readonly string[]
}

const TOOLS: readonly NativeTool[] = [
  {
    name: 'tesseract',
    accepts: path => !path.endsWith('.pdf'),
    command: (path, out) => ['tesseract', path, join(out, 'tesseract'), '-l', 'fra', '--psm', '11'],
  },
  {
    name: 'ocrmypdf',
    accepts: () => true,
    command: (path, out) => [
      'ocrmypdf',
      '-l',
      'fra',
      '--image-dpi',
      '200',
      '--jobs',
      '1',
      '--skip-text',
      path,
      join(out, 'ocrmypdf.pdf'),
    ],
  },
]

/** Those that are installed here. */
export const nativeTools = (): NativeTool[] =>
  TOOLS.filter(t => spawnSync(t.name, ['--version'], { stdio: 'ignore' }).status === 0)

/** CPU seconds of the tool, one thread, over files that it accepts. */
export function timeTool(tool: NativeTool, paths: readonly string[], out: string): number {
  const before = childrenCpuSeconds()
  for (const path of paths) {
    const [command, ...args] = tool.command(path, out)
    spawnSync(command as string, args, { stdio: 'ignore', env: { ...process.env, OMP_THREAD_LIMIT: '1' } })
  }
  return childrenCpuSeconds() - before
}

/** CPU of the children that ended, from the kernel (Linux). */
function childrenCpuSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[13]) + Number(fields[14])) / 100
}
