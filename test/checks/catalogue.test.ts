import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { createChecks } from '../../src/checks/registry.ts'
import { KINDS } from '../../src/documents/registry.ts'
import { loadTrustStore } from '../../src/formats/two-d-doc/trust-store.ts'

const OPENING = `# Checks

What each anti-fraud check compares, and what alone makes it say \`anomalie\` (index \`suspicion-de-fraude\`). Anything else that
keeps it from passing is \`non-realise\` (index \`non-verifie\`) with its reason: an outage, a doubtful reading or a page that is
missing never accuses anybody. A check that compared nothing never says \`conforme\`. Every motif is French and every finding
carries the values compared, with their zones.

Written by \`npx vitest run test/checks/catalogue.test.ts -u\` from the registry of checks and the kinds of documents; the test
fails when it is no longer true.

| code | compares | anomalie only for | kinds of documents |
| --- | --- | --- | --- |
`

it('docs/checks.md lists every check, and the documents that it concerns', async () => {
  const checks = createChecks({
    trustStore: await loadTrustStore('samples/2d-doc-trust-store.json'),
    registries: [],
    taxNotices: null,
  })
  const rows = checks.map(({ code, compares, accuses }) => {
    const kinds = KINDS.filter(kind => kind.checks.includes(code)).map(kind => kind.type)
    const named = kinds.length > 12 ? `${String(kinds.length)} of ${String(KINDS.length)}` : kinds.join(', ')
    return `| \`${code}\` | ${compares} | ${accuses} | ${named} |\n`
  })
  const file = fileURLToPath(new URL('../../docs/checks.md', import.meta.url))
  const text = await format(OPENING + rows.join(''), { ...(await resolveConfig(file)), filepath: file })
  await expect(text).toMatchFileSnapshot(file)
})
