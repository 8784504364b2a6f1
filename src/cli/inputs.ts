import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A path given on the command line does not exist or cannot be read. */
export class InputNotFound extends Error {
  override readonly name = 'InputNotFound'
  constructor(reason: string) {
    super(
      `Un des fichiers ou dossiers donnés n'existe pas ou n'est pas lisible (${reason}). Vérifiez le chemin et les droits.`,
    )
  }
}

/**
 * The files that the arguments name, in the order given; a folder stands for its files and those of its subfolders,
 * sorted by name. Hidden files are left out.
 */
export async function listInputs(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(paths.map(async path => ((await isFolder(path)) ? walk(path) : [path])))
  return lists.flat()
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw new InputNotFound((error as NodeJS.ErrnoException).code ?? 'inconnu')
  }
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const visible = entries.filter(e => !e.name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  const out: string[] = []
  for (const entry of visible) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) out.push(...(await walk(path)))
    else if (entry.isFile()) out.push(path)
  }
  return out
}
