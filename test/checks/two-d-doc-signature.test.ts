import { sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { twoDDocText } from '../../samples/generator/two-d-doc.ts'
import { twoDDocSignatureCheck } from '../../src/checks/two-d-doc-signature.ts'
import type { Check, CheckContext, CheckResult } from '../../src/domain/check.ts'
import { loadTrustStore, trustStore } from '../../src/formats/two-d-doc/trust-store.ts'
import { band } from '../formats/mrz/band.ts'
import { contentOf, SHIPPED, vector } from '../formats/two-d-doc/vectors.ts'
import { CNIE_BAND, context, LAMINATED_BAND, pageWith, printed } from './context.ts'

/** A notice signed by the test authority of the samples. */
const notice = (changes: Readonly<Record<string, string>> = {}): string => {
  const fields: Record<string, string> = {
    '43': '2,5',
    '44': '2544A78123456',
    '45': '2024',
    '46': 'DUPONT CAMILLE',
    '4A': '31072025',
    '47': '3001234567890',
    '41': '18243',
    '4V': '612',
    ...changes,
  }
  return twoDDocText({ type: '28', issueDate: null, signatureDate: '2025-08-01', fields: Object.entries(fields) })
}

/** RFC 4648 without padding. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map(b => b.toString(2).padStart(8, '0')).join('')
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return (bits.match(/.{1,5}/g) ?? []).map(group => alphabet[parseInt(group.padEnd(5, '0'), 2)]).join('')
}

let check: Check
let shipped: Check
beforeAll(async () => {
  const samples = fileURLToPath(new URL('../../samples/2d-doc-trust-store.json', import.meta.url))
  check = twoDDocSignatureCheck(await loadTrustStore(samples))
  shipped = twoDDocSignatureCheck(await loadTrustStore(null))
})
const run = (ctx: CheckContext, by = check): CheckResult => by.run(ctx) as CheckResult
const avis = (...codes: string[]): CheckContext => context('avis-imposition', [pageWith({ codes })])

describe('2d-doc-signature', () => {
  it('signed by an issuer of the trust store: conforme, with the issuer and the place of the code', () => {
    const result = run(avis(notice()))
    expect(result).toMatchObject({
      statut: 'conforme',
      motif: expect.stringContaining('DIRECTION GENERALE DES FINANCES PUBLIQUES') as string,
    })
    const [preuve] = 'preuves' in result ? (result.preuves ?? []) : []
    expect(preuve).toMatchObject({ page: 1, zone: [0.75, 0.03, 0.95, 0.17], source: '2d-doc' })
    expect(preuve?.valeur).toContain('XT01/DGF1')
    expect(preuve?.valeur).toContain('signé le 01/08/2025')
  })

  it('changed after signing: anomalie', () => {
    expect(run(avis(notice().replace('4118243', '4108243')))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining('fausse') as string,
    })
  })

  it('the test authority is not trusted unless it was added', () => {
    expect(run(avis(notice()), shipped)).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('liste de confiance') as string,
    })
  })

  it('a payslip signed by another company than the one it names: a doubt; by its employer or by the State: conforme', () => {
    const payslip = twoDDocText({
      type: '06',
      issueDate: '2025-07-30',
      signatureDate: '2025-08-01',
      fields: [
        ['10', 'MME/ROUX/ALICE'],
        ['50', '14000000000000'],
        ['58', '1800,50'],
      ],
    })
    const store = JSON.parse(
      readFileSync(new URL('../../samples/2d-doc-trust-store.json', import.meta.url), 'utf8'),
    ) as { certificates: { id: string; organisation: string }[] }
    const signedBy = (organisation: string, employeur: string): CheckResult => {
      const certificates = store.certificates.map(c => (c.id === 'PAY1' ? { ...c, organisation } : c))
      const by = twoDDocSignatureCheck(trustStore(SHIPPED, { ...store, certificates }))
      return run(context('bulletin-de-paie', [pageWith({ codes: [payslip] })], printed({ employeur })), by)
    }
    expect(signedBy('DIRECTION GENERALE DES FINANCES PUBLIQUES', 'LYCÉE DE VALMONT').statut).toBe('conforme')
    expect(signedBy('SOCIETE NATIONALE SNCF', 'SNCF VOYAGEURS').statut).toBe('conforme')
    expect(signedBy('ENGIE', 'BOULANGERIE DU BEFFROI')).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('nomme BOULANGERIE DU BEFFROI') as string,
      preuves: [{ source: '2d-doc' }, { libelle: 'Imprimé, employeur' }],
    })
  })

  it('a test key of the specification: anomalie', () => {
    for (const by of [check, shipped])
      expect(run(avis(contentOf(vector('ref-28readme'))), by)).toMatchObject({
        statut: 'anomalie',
        motif: expect.stringContaining('test') as string,
      })
  })

  it('a certificate that we do not know is held against nobody', () => {
    const ctx = context('autre-piece-reglementaire', [pageWith({ codes: [contentOf(vector('type29-unknown-cert'))] })])
    expect(run(ctx)).toMatchObject({ statut: 'non-realise', motif: expect.stringContaining('certificat') as string })
  })

  it('signed by an issuer that does not emit such documents: anomalie', () => {
    const [signed = ''] = notice().replace('XT01DGF1', 'XT01FAC1').split('\u001f')
    const key = readFileSync(new URL('../../samples/pki/XT01-FAC1.key.pem', import.meta.url), 'utf8')
    const signature = sign('sha256', Buffer.from(signed, 'latin1'), { key, dsaEncoding: 'ieee-p1363' })
    expect(run(avis(`${signed}\u001f${base32(signature)}`))).toMatchObject({
      statut: 'anomalie',
      motif: expect.stringContaining("n'émet pas ce document") as string,
    })
  })

  it('the code of another document on the page is not that of the notice', () => {
    const bill = twoDDocText({
      type: '01',
      issueDate: '2025-08-01',
      signatureDate: '2025-08-01',
      fields: [
        ['26', 'FR'],
        ['24', '75000'],
        ['10', 'MME/DUPONT/CAMILLE'],
        ['22', '12 RUE DES LILAS'],
      ],
    })
    expect(run(avis(bill))).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining("autre document qu'un avis") as string,
    })
    expect(run(avis(bill, notice())).statut).toBe('conforme')
  })

  it('signature lost on the way: not carried out', () => {
    const [signed = ''] = notice().split('\u001f')
    expect(run(avis(signed))).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('sans sa signature') as string,
    })
  })

  it('signed after the deposit: anomalie', () => {
    const ctx = context('avis-imposition', [pageWith({ codes: [notice()] })], {}, '2025-06-01')
    expect(run(ctx).statut).toBe('anomalie')
  })

  it('a code in several symbols is put together', () => {
    const whole = notice()
    const parts = [`EZ0101${whole.slice(0, 60)}`, `EZ0111${whole.slice(60)}`]
    expect(run(avis(...parts.reverse())).statut).toBe('conforme')
  })

  it('other barcodes on the page are no 2D-Doc', () => {
    expect(run(avis('%0000ABCDEF', 'https://exemple.fr/verification')).statut).toBe('non-realise')
    expect(run(avis('%0000ABCDEF', notice())).statut).toBe('conforme')
  })

  it.each([
    [Buffer.from('dc047ba77b9d200f2d0a5fb3e19961b0070001', 'hex').toString('latin1'), 'format'],
    [`KFRMI6${'BB9.0V6UKK%$ABCDEF012345'.repeat(3)}`, 'format'],
    [contentOf(vector('syn-version-05')), 'abîmé'],
  ])('a code that is not read says so', (code, why) => {
    expect(run(avis(code))).toMatchObject({ statut: 'non-realise', motif: expect.stringContaining(why) as string })
  })

  it('of several codes the worst one speaks', () => {
    expect(run(avis(notice(), notice({ '41': '20000' }).replace('4120000', '4110000'))).statut).toBe('anomalie')
  })
})

describe('2d-doc-signature: no code', () => {
  it('a notice should carry one: not carried out, the PDF is asked for', () => {
    expect(run(avis())).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('impots.gouv.fr') as string,
    })
  })

  it('an identity card: the laminated and foreign ones have none, the back of the electronic one is asked for', () => {
    const card = (page: ReturnType<typeof pageWith>, numero = ''): CheckResult =>
      run(context('carte-nationale-identite', [page], numero ? printed({ numeroDocument: numero }) : {}))
    expect(card(pageWith({ mrz: band(LAMINATED_BAND) })).statut).toBe('sans-objet')
    expect(card(pageWith({}), '110669300417').statut).toBe('sans-objet')
    expect(card(pageWith({ text: 'BUNDESREPUBLIK DEUTSCHLAND\nPERSONALAUSWEIS' })).statut).toBe('sans-objet')
    expect(card(pageWith({ mrz: band(CNIE_BAND) }))).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('plus nette') as string,
    })
    expect(card(pageWith({ text: "RÉPUBLIQUE FRANÇAISE\nCARTE NATIONALE D'IDENTITÉ / IDENTITY CARD" }))).toMatchObject({
      statut: 'non-realise',
      motif: expect.stringContaining('Verso manquant') as string,
    })
  })

  it('an attestation of the online service should carry one, a paper récépissé has none', () => {
    const receipt = (text: string): CheckResult => run(context('recepisse-titre-de-sejour', [pageWith({ text })]))
    expect(receipt("ATTESTATION DE PROLONGATION D'INSTRUCTION").statut).toBe('non-realise')
    expect(receipt('RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR').statut).toBe('sans-objet')
  })

  it('payslips rarely carry one', () => {
    expect(run(context('bulletin-de-paie', [pageWith({})])).statut).toBe('sans-objet')
  })
})
