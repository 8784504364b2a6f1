import type { Resultat } from '../domain/resultat.ts'

/** Exit codes of the command line; `docs/errors.md` lists them. */
export const EXIT = {
  ok: 0,
  usage: 1,
  /** At least one file could not be read. */
  fileInError: 2,
  /** A tool or data file of the installation is missing. */
  missingDependency: 3,
  /** A written file failed its own verification: it is withheld. */
  outputWithheld: 4,
  /** A file or folder given cannot be opened, or the output folder cannot be written. */
  fileAccess: 5,
  /** The data folder belongs to another process. */
  alreadyOpen: 6,
  /** `2d-doc verify`: a code is not valid, or signed with a test certificate. */
  codeInvalid: 7,
  /** `2d-doc verify`: nothing could be said of a code, or a trusted list could not be proven. */
  codeUnverifiable: 8,
  configuration: 9,
  other: 15,
  interrupted: 130,
} as const

/** 4 when a file was withheld, else 2 when a file was in error, else 0. */
export function exitCodeOf(resultats: readonly Resultat[]): number {
  if (resultats.some(r => r.pieces.some(p => !p.nir.neutralise))) return EXIT.outputWithheld
  if (resultats.some(r => r.erreur !== null)) return EXIT.fileInError
  return EXIT.ok
}
