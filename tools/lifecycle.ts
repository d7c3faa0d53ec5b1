import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { lifecyclePage } from './lifecycle/page.ts'
import './process.ts'

// Writes what is made from the table of transitions: `node tools/lifecycle.ts` after each change of it. Each place's process too.
await writeFile(fileURLToPath(new URL('../docs/lifecycle.md', import.meta.url)), lifecyclePage())
