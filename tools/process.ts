import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { processFiles } from './process/pages.ts'

// Writes each place's process from its rows: `node tools/process.ts` after a change of the table or of a preset.
const folder = new URL('../docs/process/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const [name, text] of processFiles()) await writeFile(fileURLToPath(new URL(name, folder)), text)
