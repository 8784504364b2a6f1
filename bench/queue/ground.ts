import type { Setting } from '../faults/fleet.ts'

/** Makes an empty database, an empty Redis and the name of a folder for one measure. */
export type Ground = (name: string) => Pick<Setting, 'databaseUrl' | 'redisUrl' | 'dataDir'>
