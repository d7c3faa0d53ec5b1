import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { evidencePage } from './evidence/page.ts'
import { STANDARDS } from './evidence/standards.ts'

// Writes docs/security from the tables in tools/evidence: `node tools/evidence.ts` after each change of them.
for (const standard of STANDARDS) {
  const file = fileURLToPath(new URL(`../docs/security/${standard.page}`, import.meta.url))
  await writeFile(file, evidencePage(standard))
}
