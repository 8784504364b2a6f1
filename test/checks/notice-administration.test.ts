import { describe, expect, it } from 'vitest'
import { noticeAdministrationCheck } from '../../src/checks/notice-administration.ts'
import type { CheckContext } from '../../src/domain/check.ts'
import type { AvisAdministration, ServiceOutcome, TaxNoticeService } from '../../src/domain/services.ts'

const AVIS: AvisAdministration = {
  declarants: [{ nom: 'DURAND-LEROY', nomNaissance: 'LEROY', prenoms: 'Inès' }],
  anneeRevenus: 2024,
  nombreParts: 1.5,
  revenuFiscalReference: 18000,
  montantImpot: null,
  dateRecouvrement: '2025-07-31',
  remplace: false,
  partielle: false,
}

const field = (valeur: string | number, confiance: number) => ({
  valeur,
  confiance,
  page: 1,
  zone: null,
  source: 'ocr' as const,
})

const notice = (change: Record<string, string | number> = {}, confiance = 0.95): CheckContext => ({
  type: 'avis-imposition',
  pages: [],
  champs: Object.fromEntries(
    Object.entries({
      numeroFiscal: '3023217600053',
      referenceAvis: '2544A01234567',
      anneeRevenus: 2024,
      declarant1: 'LEROY INES',
      nombreParts: 1.5,
      revenuFiscalReference: 18000,
      montantImpot: 0,
      dateMiseEnRecouvrement: '2025-07-31',
      ...change,
    }).map(([n, v]) => [n, field(v, confiance)]),
  ),
  jourDepot: '2026-11-24',
})

class FakeService implements TaxNoticeService {
  asked = 0
  readonly #outcome: ServiceOutcome<AvisAdministration>
  constructor(outcome: ServiceOutcome<AvisAdministration>) {
    this.#outcome = outcome
  }
  find(): Promise<ServiceOutcome<AvisAdministration>> {
    this.asked++
    return Promise.resolve(this.#outcome)
  }
}
const known = (change: Partial<AvisAdministration> = {}) =>
  new FakeService({ kind: 'found', value: { ...AVIS, ...change } })
const run = (context: CheckContext, service: TaxNoticeService | null) => noticeAdministrationCheck(service).run(context)

describe("a tax notice against the administration's data", () => {
  it('is conform when every field agrees, « non imposable » being no tax', async () => {
    expect((await run(notice(), known())).statut).toBe('conforme')
  })

  it.each([
    ['revenuFiscalReference', 13000, /revenu fiscal de référence/],
    ['nombreParts', 2.5, /nombre de parts/],
    ['anneeRevenus', 2023, /année des revenus/],
    ['declarant1', 'MOREAU PAUL', /déclarant 1/],
  ])('is suspicious when %s differs and was surely read', async (nom, valeur, motif) => {
    const result = await run(notice({ [nom]: valeur }), known())
    expect(result.statut).toBe('anomalie')
    expect(result.motif).toMatch(motif)
  })

  it.each<[string, CheckContext, TaxNoticeService | null, RegExp]>([
    ['the service is not configured', notice(), null, /n'est pas configuré/],
    [
      'a differing field was doubtfully read',
      notice({ revenuFiscalReference: 13000 }, 0.6),
      known(),
      /Lecture incertaine/,
    ],
    [
      'a more recent notice exists and differs',
      notice({ revenuFiscalReference: 13000 }),
      known({ remplace: true }),
      /plus récent/,
    ],
    ['the situation is partial', notice({ revenuFiscalReference: 13000 }), known({ partielle: true }), /partielle/],
    ['an unknown notice was doubtfully read', notice({}, 0.6), new FakeService({ kind: 'not-found' }), /mal lus/],
    [
      'the service is down',
      notice(),
      new FakeService({ kind: 'unavailable', cause: 'panne', reverifierLe: null }),
      /est en panne/,
    ],
  ])('is not carried out, never suspected, when %s', async (_, context, service, motif) => {
    const result = await run(context, service)
    expect(result.statut).toBe('non-realise')
    expect(result.motif).toMatch(motif)
  })

  it('says that a more recent notice exists when this one agrees', async () => {
    expect((await run(notice(), known({ remplace: true }))).motif).toContain('Un avis plus récent existe.')
  })

  it('is suspicious when the administration does not know a notice surely read', async () => {
    expect((await run(notice(), new FakeService({ kind: 'not-found' }))).statut).toBe('anomalie')
  })

  it('asks the service at most twice for one notice', async () => {
    const service = known()
    const check = noticeAdministrationCheck(service)
    for (let i = 0; i < 4; i++) await check.run(notice())
    expect(service.asked).toBe(2)
  })
})
