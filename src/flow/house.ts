import type { SneStore } from '../domain/ports.ts'
import { Queues } from '../queue/queues.ts'
import { WebhookSender } from '../services/webhook-sender.ts'
import { ApiKeys } from '../store/api-keys.ts'
import { AuditChain } from '../store/audit-chain.ts'
import type { FileStore } from '../store/files/file-store.ts'
import { openFiles, type FilesConfig } from '../store/files/open-files.ts'
import { HttpSneStore, type SneConfig } from '../store/http-sne-store.ts'
import { openStore, type StoreConfig } from '../store/open-sne-store.ts'
import { KeptPages } from '../store/kept-pages.ts'
import { Outbox } from '../store/outbox.ts'
import { Receptions } from '../store/receptions.ts'
import { Retention } from '../store/retention.ts'
import { SqlSneStore } from '../store/sne-store.ts'
import { Stages } from '../store/stages.ts'
import { Webhooks } from '../store/webhooks.ts'

/** All that deposits live in: database, files, queues. The API and the workers open the same. */
export interface House {
  readonly receptions: Receptions
  readonly outbox: Outbox
  readonly stages: Stages
  readonly pages: KeptPages
  readonly keys: ApiKeys
  readonly retention: Retention
  readonly audit: AuditChain
  readonly sne: SneStore
  readonly files: FileStore
  readonly queues: Queues
  readonly webhooks: Webhooks
  readonly avis: WebhookSender
  close(): Promise<void>
}

export interface HouseConfig extends StoreConfig, FilesConfig {
  /** `null`: the queues stand on the database. */
  readonly redisUrl: string | null
  /** `null`: the SNE's tables in the same database. */
  readonly sne: SneConfig | null
  /** Hosts that webhooks may call although they are not https, or inner; none when absent. */
  readonly webhookHosts?: readonly string[]
}

/**
 * Opens them: PostgreSQL and Redis where they are configured, else embedded in the data folder.
 * @throws StoreAlreadyOpen @throws StoreUnreachable @throws MasterKeyUnreadable
 */
export async function openHouse(config: HouseConfig): Promise<House> {
  const store = await openStore(config)
  try {
    const { database } = store
    const files = await openFiles(config)
    const { redisUrl } = config
    const sne = config.sne === null ? new SqlSneStore(database) : new HttpSneStore(config.sne)
    const base = redisUrl === null ? { kind: 'postgres', pool: store.queuePool() } : { kind: 'redis', url: redisUrl }
    const queues = await Queues.open(base as Parameters<typeof Queues.open>[0])
    const avis = new WebhookSender(config.webhookHosts ?? [], () => Date.now())
    return {
      webhooks: new Webhooks(database),
      avis,
      receptions: new Receptions(database),
      outbox: new Outbox(database),
      stages: new Stages(database),
      pages: new KeptPages(database),
      keys: new ApiKeys(database),
      retention: new Retention(database),
      audit: new AuditChain(database),
      sne,
      files,
      queues,
      close: async () => {
        await queues.close()
        files.close()
        await avis.close()
        await sne.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}
