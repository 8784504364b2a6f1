import { join } from 'node:path'
import { FileStore } from './file-store.ts'
import { FolderObjects } from './folder-objects.ts'
import { loadMasterKey } from './master-key.ts'
import { S3Objects, type S3Config } from './s3-objects.ts'

export interface FilesConfig {
  readonly dataDir: string
  /** 32 bytes in base64; `null` for the key kept beside the data. */
  readonly masterKey: string | null
  /** `null` for a folder beside the data. */
  readonly s3: S3Config | null
}

/** Opens the file store: S3 when it is configured, else the folder `fichiers` beside the data. */
export async function openFiles({ dataDir, masterKey, s3 }: FilesConfig): Promise<FileStore> {
  const folder = join(dataDir, 'fichiers')
  const master = await loadMasterKey(masterKey, join(dataDir, 'cle-maitre'))
  const objects = s3 === null ? new FolderObjects(folder) : new S3Objects(s3)
  return new FileStore(objects, master, join(folder, 'en-cours'))
}
