/**
 * `npm run bench -- precheck [--only TEXT]`: how long `POST /v1/precontrole` takes for each one-page sample, asked one
 * after the other from a `serve` that was warmed, with everything embedded.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ApiProcess } from './api-process.ts'
import { loadSamples } from './evaluate/truth.ts'
import { columns, quantile } from './table.ts'

const WARM = 2

const at = process.argv.indexOf('--only')
const only = at < 0 ? '' : (process.argv[at + 1] ?? '')
const samples = (await loadSamples('samples/documents')).filter(s => basename(s.path).includes(only))
const root = await mkdtemp(join(tmpdir(), 'numeriseur-precheck-'))
const api = await ApiProcess.start({ NUMERISEUR_DATA: join(root, 'data') }, '--jobs', '2')
const times: number[] = []
const rows = [['sample', 's', 'type']]
try {
  for (const [i, { path }] of [...samples.slice(0, WARM), ...samples].entries()) {
    const { status, body, ms } = await api.post('/v1/precontrole', basename(path), [await readFile(path)])
    if (status !== 200) throw new Error(`answer ${status}`)
    const { pieces } = JSON.parse(body) as { pieces: { type: string; pages: number[] }[] }
    if (i < WARM || pieces.flatMap(p => p.pages).length !== 1) continue
    times.push(ms / 1000)
    rows.push([basename(path), (ms / 1000).toFixed(1), pieces[0]?.type ?? ''])
  }
} finally {
  await api.stop()
  await rm(root, { recursive: true, force: true })
}
console.log(columns(rows))
const [p50, p95, most] = [0.5, 0.95, 1].map(q => quantile(times, q).toFixed(1))
console.log(
  `\n${times.length} one-page samples: p50 ${p50} s, p95 ${p95} s, most ${most} s; load ${loadavg()[0]?.toFixed(1)}`,
)
