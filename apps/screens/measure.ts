import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The most JavaScript that hand's first page may bring, gzipped, in bytes. */
const LIMIT = 35 * 1024

type Chunk = { readonly file: string; readonly imports?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>

/** The entry, and the home page that it always fetches next. */
const entries = (manifest: Manifest) => [
  'index.html',
  ...Object.keys(manifest).filter((name) => name.endsWith('/HomePage.tsx')),
]

/** The JavaScript files of some entries and of everything they import at once, each named once. */
export function firstLoad(manifest: Manifest, names: readonly string[]): string[] {
  const files = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build's manifest does not know ${name}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(visit)
  }
  names.forEach(visit)
  return [...files].filter((file) => file.endsWith('.js'))
}

/** Prints the gzipped bytes of hand's first page and answers whether they are within the limit. */
async function measure(): Promise<boolean> {
  const dist = join(import.meta.dirname, 'dist/hand')
  const manifest: Manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'))
  let total = 0
  for (const file of firstLoad(manifest, entries(manifest))) {
    const bytes = gzipSync(await readFile(join(dist, file)), { level: 9 }).length
    console.log(`${String(bytes).padStart(7)}  ${file}`)
    total += bytes
  }
  console.log(
    `${String(total).padStart(7)}  of at most ${LIMIT} bytes of gzipped JavaScript on the first page`,
  )
  return total <= LIMIT
}

if (import.meta.main && !(await measure())) process.exitCode = 1
