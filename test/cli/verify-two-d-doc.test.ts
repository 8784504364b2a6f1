import { describe, expect, it } from 'vitest'
import { exitCodeOfCodes, renderCodes, verifyContent } from '../../src/cli/verify-two-d-doc.ts'
import { contentOf, shippedStore, vector } from '../formats/two-d-doc/vectors.ts'

const store = shippedStore()
const DAY = '2026-10-15'
const verify = (content: string) => verifyContent({ page: 2, content }, store, DAY)

describe('a 2D-Doc shown to a person', () => {
  it('a code signed by a known issuer is valid, with its issuer and its fields in French', () => {
    const code = verify(contentOf(vector('tac-vaccine-valid')))
    expect(code).toMatchObject({ page: 2, resultat: 'valide', type: 'L1' })
    const text = renderCodes([code])
    expect(text).toMatch(/^2D-Doc, page 2 : VALIDE\n/)
    expect(text).toContain('À faire : comparez ces champs avec ce qui est imprimé.')
    expect(text).toContain('Champs signés :')
    expect(exitCodeOfCodes([code])).toBe(0)
  })

  it('a code with one letter changed is not valid, and nothing vouches for its fields', () => {
    const content = contentOf(vector('tac-vaccine-valid'))
    const at = content.indexOf('\u001d') - 1
    const code = verify(content.slice(0, at) + (content[at] === 'A' ? 'B' : 'A') + content.slice(at + 1))
    expect(code.resultat).toBe('invalide')
    expect(renderCodes([code])).toContain('Champs lus (rien ne les garantit) :')
    expect(exitCodeOfCodes([code])).toBe(7)
  })

  it('a code whose control characters were lost is not verified, and never called false', () => {
    const code = verify(contentOf(vector('tac-vaccine-valid')).replace(/\p{Cc}/gu, ''))
    expect(code.resultat).toBe('non-verifiable')
    expect(exitCodeOfCodes([code])).toBe(8)
    // Fields that run into one another are not shown, what to do is.
    expect(code.champs).toEqual([])
    expect(renderCodes([code])).toContain('Faites lire le code sur le document lui-même')
  })

  it('a code of the published test authority proves nothing', () => {
    const content = contentOf(vector('ref-v4-04'))
    expect(verify(content).resultat).toBe('certificat-de-test')
    expect(exitCodeOfCodes([verify(content)])).toBe(7)
  })

  it('a binary or damaged code is not verified', () => {
    for (const content of ['\u00dc\u0004\u007b\u00a7', 'DC9912345678'])
      expect(verify(content)).toMatchObject({ resultat: 'non-verifiable', champs: [] })
  })

  it('never shows a NIR nor a control character', () => {
    const header = 'DC04FR00TST111E5111E50101FR'
    const code = verify(`${header}10M/DURAND/A\u001b[2J\u001dBK2690549588157 80\u001d\u001fAAAA`)
    const text = renderCodes([code]) + JSON.stringify(code)
    expect(text).not.toMatch(/2690549588157/)
    expect(text).not.toContain('\u001b')
  })
})
