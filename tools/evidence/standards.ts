import { v01 } from './asvs/v01.ts'
import { v02 } from './asvs/v02.ts'
import { v03 } from './asvs/v03.ts'
import { v04, v05 } from './asvs/v04.ts'
import { v06 } from './asvs/v06.ts'
import { v07, v08 } from './asvs/v07.ts'
import { v09, v10 } from './asvs/v09.ts'
import { v11, v12 } from './asvs/v11.ts'
import { v13, v14 } from './asvs/v13.ts'
import { v15 } from './asvs/v15.ts'
import { v16, v17 } from './asvs/v16.ts'
import { CLASSIFIED_PROTECTION } from './dengbao.ts'
import { PERSONAL_INFORMATION } from './pipl.ts'
import type { Standard } from './requirement.ts'

export const ASVS: Standard = {
  page: 'asvs.md',
  head: `# OWASP ASVS 5.0, level 2

Every requirement of levels 1 and 2 of the Application Security Verification Standard 5.0 (OWASP, CC BY-SA 4.0), by its number: what was
decided and which test shows it. The level stands behind the number; the wording is ours, the standard's own is looked up by the number.
Written by \`node tools/evidence.ts\` from tools/evidence; a test fails when a named test is not there, or when level 1 has something open.
`,
  chapters: [v01, v02, v03, v04, v05, v06, v07, v08, v09, v10, v11, v12, v13, v14, v15, v16, v17],
}

/** Every standard and law that docs/security answers to. */
export const STANDARDS: readonly Standard[] = [ASVS, CLASSIFIED_PROTECTION, PERSONAL_INFORMATION]
