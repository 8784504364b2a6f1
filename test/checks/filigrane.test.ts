import { describe, expect, it } from 'vitest'
import { filigraneCheck } from '../../src/checks/filigrane.ts'
import type { CheckResult } from '../../src/domain/check.ts'
import type { Overlay } from '../../src/domain/reading.ts'
import { context, pageWith } from './context.ts'

const over = (texte: string, confidence = 0.9): Overlay => ({
  texte,
  zones: [[0.2, 0.3, 0.8, 0.7]],
  angle: -45,
  confidence,
  repeats: 1,
  source: 'ocr',
})

const onSlip = (...overlays: Overlay[]): CheckResult =>
  filigraneCheck().run(context('bulletin-de-paie', [{ ...pageWith({}), overlays }])) as CheckResult

describe('the legend over a document', () => {
  it.each([
    'DOCUMENT FILIGRANÉ VIA filigrane.beta.gouv.fr',
    'DOCUMENTS EXCLUSIVEMENT DESTINÉS À LA LOCATION IMMOBILIÈRE',
    'POUR DEMANDE DE LOGEMENT SOCIAL UNIQUEMENT',
    'COPIE',
    'SCANNED BY CAMSCANNER',
    'EXEMPLAIRE SALARIÉ',
    'ANNULE ET REMPLACE',
    'SPÉCIMEN DE SIGNATURE',
    'CONFIDENTIEL',
  ])('%s is neutral', texte => {
    expect(onSlip(over(texte)).statut).toBe('conforme')
  })

  it.each(['SPECIMEN', 'SPÉCIMEN SANS VALEUR', 'SPECIMFN', 'ANNULÉ', 'BROUILLON', 'SIMULATION', 'FACTICE'])(
    '%s says that the document is none, and where it stands',
    texte => {
      const result = onSlip(over(texte))
      expect(result).toMatchObject({
        statut: 'anomalie',
        preuves: [{ page: 1, zone: [0.2, 0.3, 0.8, 0.7], source: 'ocr' }],
      })
      expect(result.motif).toMatch(/^La mention \p{Lu}+ .*demandez/u)
    },
  )

  it('read with doubt asks a person to look, read worse says nothing', () => {
    expect(onSlip(over('SPECIMEN', 0.6)).statut).toBe('non-realise')
    expect(onSlip(over('SPECIMEN', 0.4)).statut).toBe('conforme')
  })

  it('of a trial program alone is a reason to look, never a suspicion', () => {
    expect(onSlip(over('TRIAL VERSION')).statut).toBe('non-realise')
  })

  it('is never quoted beyond its known words: it may bear a name', () => {
    const text = JSON.stringify([onSlip(over('SPECIMEN Martine LEFEBVRE')), onSlip(over('COPIE Martine LEFEBVRE'))])
    expect(text).toContain('SPECIMEN')
    expect(text).not.toMatch(/LEFEBVRE|Martine/)
  })

  it('on every page counts once', () => {
    const pages = [over('SPECIMEN', 0.85), over('SPECIMEN', 0.95)].map(o => ({ ...pageWith({}), overlays: [o] }))
    const result = filigraneCheck().run(context('passeport', pages)) as CheckResult
    expect('preuves' in result && result.preuves?.map(p => p.page)).toEqual([2])
  })

  it('cannot be looked for on unreadable pages, and does not concern a receipt', () => {
    const page = pageWith({})
    const blurred = { ...page, quality: { ...page.quality, state: 'unreadable' as const } }
    expect((filigraneCheck().run(context('passeport', [blurred])) as CheckResult).statut).toBe('non-realise')
    expect(filigraneCheck().appliesTo(context('quittance-de-loyer', [page]))).toBe(false)
  })

  it('unseen is said to be unseen on the pages looked at, not to be absent', () => {
    expect(onSlip().motif).toBe("Aucune mention qui barre le document n'a été vue sur la page examinée.")
    const pages = [pageWith({}), pageWith({})]
    const result = filigraneCheck().run(context('passeport', pages)) as CheckResult
    expect(result.motif).toContain("n'a été vue sur les 2 pages examinées")
  })

  it('is not said to be absent while one of the pages could not be looked at', () => {
    const page = pageWith({})
    const blurred = { ...page, quality: { ...page.quality, state: 'unreadable' as const } }
    expect((filigraneCheck().run(context('passeport', [page])) as CheckResult).statut).toBe('conforme')
    expect((filigraneCheck().run(context('passeport', [page, blurred])) as CheckResult).statut).toBe('non-realise')
  })
})
