import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadProfile, ProfileUnreadable } from '../../src/config/load-profile.ts'
import { DEFAULT_PROFILE } from '../../src/documents/regional-profile.ts'

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
    expect(profil).toEqual({ ...DEFAULT_PROFILE, region: '11', bulletinPaie: { mois: 4 } })
  })

  it.each([
    ['is not JSON', '{'],
    ['names something unknown', '{"bulletinPaie":{"semaines":2}}'],
    ['has a text for a number', '{"bulletinPaie":{"mois":"trois"}}'],
  ])('is refused when the file %s', async (_, content) => {
    await expect(loadProfile(await profileFile(content))).rejects.toBeInstanceOf(ProfileUnreadable)
  })
})
