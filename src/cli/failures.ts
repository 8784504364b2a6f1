import { CommanderError } from 'commander'
import { ProfileUnreadable } from '../config/load-profile.ts'
import { TrustStoreUnreadable } from '../formats/two-d-doc/trust-store.ts'
import { EngineUnavailable } from '../sandbox/engine-process.ts'
import { DataLockUnreadable, StoreAlreadyOpen } from '../store/data-lock.ts'
import { MasterKeyUnreadable } from '../store/files/master-key.ts'
import { StoreDamaged } from '../store/embedded.ts'
import { StoreUnreachable } from '../store/database.ts'
import { NirInResult } from '../store/nir-wall.ts'
import { EXIT } from './exit-codes.ts'
import { TrustedListUnavailable } from '../services/trusted-list-source.ts'
import { ApiRefused } from './api-client.ts'
import { InputNotFound } from './inputs.ts'
import { TrustedListRefused } from './refresh-trust-store.ts'
import { NothingToVerify } from './two-d-doc-contents.ts'

/** The exit code and the French sentence for what stopped the command. */
export function failureOf(error: unknown): { code: number; message: string } {
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.ok : EXIT.usage, message: '' }
  if (error instanceof InputNotFound) return { code: EXIT.fileAccess, message: error.message }
  if (error instanceof ProfileUnreadable) return { code: EXIT.configuration, message: error.message }
  if (error instanceof TrustStoreUnreadable) return { code: EXIT.configuration, message: error.message }
  if (error instanceof TrustedListRefused) return { code: EXIT.codeUnverifiable, message: error.message }
  if (error instanceof TrustedListUnavailable) return { code: EXIT.fileAccess, message: error.message }
  if (error instanceof ApiRefused) return { code: EXIT.other, message: error.message }
  if (error instanceof NothingToVerify) return { code: EXIT.fileInError, message: error.message }
  if (error instanceof EngineUnavailable) {
    return {
      code: EXIT.missingDependency,
      message: `La lecture ne démarre pas : relancez l'installation (npm ci). ${error.message}`,
    }
  }
  if (error instanceof StoreAlreadyOpen) return { code: EXIT.alreadyOpen, message: error.message }
  if (error instanceof DataLockUnreadable) return { code: EXIT.alreadyOpen, message: error.message }
  if (error instanceof StoreDamaged) return { code: EXIT.fileAccess, message: error.message }
  if (error instanceof StoreUnreachable) return { code: EXIT.missingDependency, message: error.message }
  if (error instanceof MasterKeyUnreadable) return { code: EXIT.configuration, message: error.message }
  if (error instanceof NirInResult) return { code: EXIT.outputWithheld, message: error.message }
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOSPC') {
    return {
      code: EXIT.fileAccess,
      message: `Un fichier ou un dossier n'est pas accessible (${code}). Vérifiez le chemin, les droits et la place libre.`,
    }
  }
  if (code === 'EADDRINUSE') {
    return { code: EXIT.configuration, message: 'Ce port est déjà pris. Choisissez-en un autre avec --port.' }
  }
  const kind = error instanceof Error ? error.name : 'inconnue'
  return {
    code: EXIT.other,
    message: `Erreur inattendue (${kind}). Relancez ; si elle se répète, signalez-la avec la commande utilisée.`,
  }
}
