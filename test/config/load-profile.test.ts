import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadProfile, ProfileUnreadable } from '../../src/config/load-profile.ts'
import { DEFAULT_PROFILE, profileMark } from '../../src/documents/regional-profile.ts'

async function profileFile(content: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'profil-')), 'profil.json')
  await writeFile(path, content)
  return path
}

describe('the regional profile', () => {
  it('is the national default when no file is named', async () => {
    expect(await loadProfile(null)).toEqual(DEFAULT_PROFILE)
  })

  it('replaces only what the region sets', async () => {
    const profil = await loadProfile(await profileFile('{"region":"11","bulletinPaie":{"mois":4}}'))
    expect(profil).toEqual({ ...DEFAULT_PROFILE, region: '11', bulletinPaie: { mois: 4, arrondi: 'fin-de-mois' } })
  })

  it('written whole as the validity table prints it is the national default', async () => {
    const table = `{ "region": "*",
      "identiteFrancaisePerimee": "obsolete",
      "passeportHorsUe": "null",
      "titreSejour": { "tolerancePostExpirationMois": 0, "dureeRecepisseMois": 3 },
      "carteEtudiant": { "finAnneeUniversitaire": "08-31" },
      "avisImposition": { "anneesApresRevenus": 2 },
      "bulletinPaie": { "mois": 3, "arrondi": "fin-de-mois" },
      "attestationCaf": { "mois": 3, "arrondi": "fin-de-mois" },
      "franceTravail": { "mois": 3 }, "pension": { "moisPaiement": 3, "moisNotification": 12 },
      "autresRessources": { "mois": 3 }, "quittance": { "mois": 3, "arrondi": "fin-de-mois" }, "recuHotel": { "mois": 3 },
      "carteInvaliditeAncienne": { "fin": "2026-12-31" } }`
    const profil = await loadProfile(await profileFile(table))
    expect(profil).toEqual(DEFAULT_PROFILE)
    expect(profileMark(profil)).toBe(profileMark(DEFAULT_PROFILE))
  })

  it('bears a mark that changes with any of its values, so that a date can be explained later', async () => {
    const profil = await loadProfile(await profileFile('{"region":"11","quittance":{"arrondi":"jour"}}'))
    expect(profileMark(profil)).toMatch(/^11@[0-9a-f]{8}$/)
    expect(profileMark(profil)).not.toBe(profileMark({ ...profil, recuHotel: { mois: 2 } }))
  })

  it.each([
    ['is not JSON', '{'],
    ['names something unknown', '{"bulletinPaie":{"semaines":2}}'],
    ['has a choice that does not exist', '{"identiteFrancaisePerimee":"peut-être"}'],
    ['rounds in no known way', '{"quittance":{"arrondi":"semaine"}}'],
    ['counts back', '{"recuHotel":{"mois":-1}}'],
    ['ends the academic year on no day', '{"carteEtudiant":{"finAnneeUniversitaire":"31-08"}}'],
    ['has a text for a number', '{"bulletinPaie":{"mois":"trois"}}'],
  ])('is refused when the file %s', async (_, content) => {
    await expect(loadProfile(await profileFile(content))).rejects.toBeInstanceOf(ProfileUnreadable)
  })
})
