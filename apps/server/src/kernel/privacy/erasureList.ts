import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type ListedErasure = { readonly region: number; readonly personId: string; readonly at: string }

const fileOf = (dataDir: string): string => join(dataDir, 'erasures.jsonl')

/** Adds a line to the list that no restore of the database takes back; safe on disk when it returns. Ids only. */
export async function listErasure(dataDir: string, erasure: ListedErasure): Promise<void> {
  const file = await open(fileOf(dataDir), 'a', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(erasure)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The list, each person once; empty when nobody was ever erased. A line that was torn by a power cut is left out. */
export async function readErasures(dataDir: string): Promise<ListedErasure[]> {
  let text: string
  try {
    text = await readFile(fileOf(dataDir), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  const found = new Map<string, ListedErasure>()
  for (const line of text.split('\n')) {
    const erasure = parsed(line)
    if (erasure && !found.has(erasure.personId)) found.set(erasure.personId, erasure)
  }
  return [...found.values()]
}

function parsed(line: string): ListedErasure | undefined {
  try {
    const { region, personId, at } = JSON.parse(line) as Partial<ListedErasure> // our own line, checked below
    if (typeof region === 'number' && typeof personId === 'string' && typeof at === 'string')
      return { region, personId, at }
  } catch {
    return undefined // torn in the middle of writing: the erasure behind it had not begun
  }
  return undefined
}
