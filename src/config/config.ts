/**
 * Configuration from the environment. Every variable has a default, so that nothing is needed to start; a wrong value
 * is said in French with its remedy, all at once.
 */
export interface Config {
  /** Folder of the embedded database and of the sealed files. */
  readonly dataDir: string
  /** A PostgreSQL URL instead of the embedded database; `null` when unset. */
  readonly databaseUrl: string | null
  /** Redis for the queues; `null`: they stand on the database. */
  readonly redisUrl: string | null
  /** The key that seals files, in base64; `null`: the one kept in the data folder. */
  readonly masterKey: string | null
  /** S3-compatible store of the sealed files; `null`: the data folder. */
  readonly s3: {
    readonly url: string
    readonly bucket: string
    readonly region: string
    readonly accessKeyId: string
    readonly secretAccessKey: string
  } | null
  /** JSON file added to the shipped 2D-Doc trust store; `null` when unset. */
  readonly trustStoreFile: string | null
  /** JSON file with the regional profile; `null` when unset. */
  readonly profileFile: string | null
  /** Base URL of Recherche d'entreprises; `null`: the employer is not looked up. */
  readonly entreprisesUrl: string | null
  /** The tax administration's notices; `null`: not asked. */
  readonly avisImposition: { readonly url: string; readonly token: string } | null
  /** The SNE by HTTP; `null`: its tables in the database. */
  readonly sne: { readonly url: string; readonly token: string } | null
  /** Hosts that webhooks may call although they are not https, or inner: `name` or `name:port`. */
  readonly webhookHosts: readonly string[]
  /** Days that originals are kept. */
  readonly retention: { readonly afterProof: number; readonly withoutProof: number }
  readonly limits: {
    readonly maxBytes: number
    readonly maxPages: number
    readonly maxPixelsPerPage: number
  }
}

interface Variable {
  readonly name: string
  readonly description: string
  readonly byDefault: string
}

/** All variables, for the documentation and for `--help`. */
export const VARIABLES: readonly Variable[] = [
  {
    name: 'NUMERISEUR_DATA',
    description: 'dossier de la base embarquée et des fichiers',
    byDefault: './numeriseur-data',
  },
  { name: 'DATABASE_URL', description: 'PostgreSQL à la place de la base embarquée', byDefault: '' },
  { name: 'REDIS_URL', description: 'Redis pour les files (sinon : la base)', byDefault: '' },
  { name: 'NUMERISEUR_CLE_MAITRE', description: 'clé qui scelle les fichiers (32 octets en base64)', byDefault: '' },
  { name: 'NUMERISEUR_S3_URL', description: 'magasin de fichiers S3 (sinon : le dossier des données)', byDefault: '' },
  { name: 'NUMERISEUR_S3_BUCKET', description: 'compartiment du magasin S3', byDefault: 'numeriseur' },
  { name: 'NUMERISEUR_S3_REGION', description: 'région du magasin S3', byDefault: 'us-east-1' },
  { name: 'NUMERISEUR_S3_CLE', description: 'identifiant du magasin S3', byDefault: '' },
  { name: 'NUMERISEUR_S3_SECRET', description: 'secret du magasin S3', byDefault: '' },
  { name: 'NUMERISEUR_2DDOC_TRUST_STORE', description: 'autorités 2D-Doc ajoutées (fichier JSON)', byDefault: '' },
  { name: 'NUMERISEUR_ENTREPRISES_URL', description: "adresse de Recherche d'entreprises", byDefault: '' },
  { name: 'NUMERISEUR_AVIS_IMPOSITION_URL', description: 'adresse de la vérification des avis', byDefault: '' },
  { name: 'NUMERISEUR_AVIS_IMPOSITION_TOKEN', description: 'clé de la vérification des avis', byDefault: '' },
  { name: 'NUMERISEUR_PROFIL_REGIONAL', description: 'durées de validité de la région (fichier JSON)', byDefault: '' },
  { name: 'NUMERISEUR_SNE_URL', description: 'adresse du SNE (sinon : ses tables dans la base)', byDefault: '' },
  { name: 'NUMERISEUR_SNE_JETON', description: 'jeton du SNE', byDefault: '' },
  { name: 'NUMERISEUR_WEBHOOK_HOTES', description: 'hôtes internes ou http permis aux webhooks', byDefault: '' },
  {
    name: 'NUMERISEUR_CONSERVATION_JOURS',
    description: 'jours de garde des originaux, une fois versés et le masquage prouvé (0 à 30)',
    byDefault: '7',
  },
  {
    name: 'NUMERISEUR_CONSERVATION_SANS_PREUVE_JOURS',
    description: 'jours de garde des originaux à voir par une personne (0 à 30)',
    byDefault: '30',
  },
  { name: 'NUMERISEUR_MAX_OCTETS', description: 'taille maximale d’un fichier, en octets', byDefault: '524288000' },
  { name: 'NUMERISEUR_MAX_PAGES', description: 'nombre maximal de pages d’un fichier', byDefault: '1000' },
  { name: 'NUMERISEUR_MAX_PIXELS', description: 'nombre maximal de pixels d’une page', byDefault: '120000000' },
]

export type ConfigOutcome =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly errors: readonly string[] }

/** Reads the configuration; every wrong variable gives one French sentence. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const errors: string[] = []
  const text = (name: string): string => env[name]?.trim() || (VARIABLES.find(v => v.name === name)?.byDefault ?? '')
  const optional = (name: string): string | null => text(name) || null
  const positive = (name: string): number => {
    const value = Number(text(name))
    if (Number.isSafeInteger(value) && value > 0) return value
    errors.push(`${name} doit être un nombre entier positif. Corrigez-le ou retirez-le.`)
    return 1
  }
  const days = (name: string): number => {
    const value = Number(text(name))
    if (Number.isInteger(value) && value >= 0 && value <= 30) return value
    errors.push(`${name} doit être un nombre de jours entre 0 et 30. Corrigez-le ou retirez-le.`)
    return 0
  }
  const databaseUrl = optional('DATABASE_URL')
  if (databaseUrl !== null && !/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    errors.push('DATABASE_URL doit commencer par postgres:// ou postgresql://. Corrigez-le ou retirez-le.')
  }
  const url = (name: string): string | null => {
    const value = optional(name)
    if (value === null || /^https?:\/\/\S+$/.test(value)) return value
    errors.push(`${name} doit être une adresse http:// ou https://. Corrigez-la ou retirez-la.`)
    return null
  }
  const redisUrl = optional('REDIS_URL')
  if (redisUrl !== null && !/^rediss?:\/\/\S+$/.test(redisUrl)) {
    errors.push('REDIS_URL doit commencer par redis:// ou rediss://. Corrigez-le ou retirez-le.')
  }
  const masterKey = optional('NUMERISEUR_CLE_MAITRE')
  if (masterKey !== null && Buffer.from(masterKey, 'base64').length !== 32) {
    errors.push('NUMERISEUR_CLE_MAITRE doit contenir 32 octets en base64 (openssl rand -base64 32).')
  }
  const s3Url = url('NUMERISEUR_S3_URL')
  if (s3Url !== null && masterKey === null) {
    errors.push('Avec NUMERISEUR_S3_URL, donnez la même NUMERISEUR_CLE_MAITRE à toutes les machines.')
  }
  const sneUrl = url('NUMERISEUR_SNE_URL')
  const avisUrl = url('NUMERISEUR_AVIS_IMPOSITION_URL')
  const config: Config = {
    dataDir: text('NUMERISEUR_DATA'),
    databaseUrl,
    redisUrl,
    masterKey,
    s3:
      s3Url === null
        ? null
        : {
            url: s3Url,
            bucket: text('NUMERISEUR_S3_BUCKET'),
            region: text('NUMERISEUR_S3_REGION'),
            accessKeyId: text('NUMERISEUR_S3_CLE'),
            secretAccessKey: text('NUMERISEUR_S3_SECRET'),
          },
    trustStoreFile: optional('NUMERISEUR_2DDOC_TRUST_STORE'),
    profileFile: optional('NUMERISEUR_PROFIL_REGIONAL'),
    entreprisesUrl: url('NUMERISEUR_ENTREPRISES_URL'),
    avisImposition: avisUrl === null ? null : { url: avisUrl, token: text('NUMERISEUR_AVIS_IMPOSITION_TOKEN') },
    sne: sneUrl === null ? null : { url: sneUrl, token: text('NUMERISEUR_SNE_JETON') },
    webhookHosts: text('NUMERISEUR_WEBHOOK_HOTES')
      .split(',')
      .flatMap(host => host.trim() || []),
    retention: {
      afterProof: days('NUMERISEUR_CONSERVATION_JOURS'),
      withoutProof: days('NUMERISEUR_CONSERVATION_SANS_PREUVE_JOURS'),
    },
    limits: {
      maxBytes: positive('NUMERISEUR_MAX_OCTETS'),
      maxPages: positive('NUMERISEUR_MAX_PAGES'),
      maxPixelsPerPage: positive('NUMERISEUR_MAX_PIXELS'),
    },
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, config }
}
