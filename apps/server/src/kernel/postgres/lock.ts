import { randomUUID } from 'node:crypto'
import { link, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AlreadyRunning } from './errors.ts'
import { replaceFile, textOf } from './files.ts'
import { identityOf } from './processes.ts'

/** The claim of one living Linli process on a data directory. */
export type DataDirLock = {
  /** Records where people reach this process, for the message a second start gives. */
  noteAddress(address: string): Promise<void>
  release(): Promise<void>
}

type Holder = { pid: number; identity: string; address?: string }

/**
 * Claims a data directory for this process. A claim whose process no longer lives (number and start time) is void.
 * @throws AlreadyRunning
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const path = join(dataDir, 'linli.lock')
  const identity = await identityOf(process.pid)
  const mine: Holder = { pid: process.pid, identity: identity ?? '' }
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    await claim(dataDir, path, draft)
  } finally {
    await rm(draft, { force: true })
  }
  return {
    noteAddress: (address) => replaceFile(path, JSON.stringify({ ...mine, address })),
    release: () => rm(path, { force: true }),
  }
}

/** Links the finished draft to its place, which only one process can do. */
async function claim(dataDir: string, path: string, draft: string): Promise<void> {
  for (;;) {
    try {
      await link(draft, path)
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const text = await textOf(path)
    const holder = text === undefined ? undefined : parse(text)
    if (holder && (await isLiving(holder))) throw new AlreadyRunning(dataDir, holder.pid, holder.address)
    if (text !== undefined) await removeVoid(path, text)
  }
}

/** The living holder of a data directory, or undefined. */
export async function livingHolder(dataDir: string): Promise<{ pid: number } | undefined> {
  const holder = parse((await textOf(join(dataDir, 'linli.lock'))) ?? '')
  return holder && (await isLiving(holder)) ? holder : undefined
}

async function isLiving(holder: Holder): Promise<boolean> {
  return (await identityOf(holder.pid)) === holder.identity
}

/** Takes a void claim away, unless another process replaced it meanwhile: then its claim is put back. */
async function removeVoid(path: string, judged: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    // Another start was faster; the next round of claim() sees what it left.
    return
  }
  if ((await textOf(aside)) !== judged) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

/** A lock file that cannot be read holds nothing: locks are written whole or not at all. */
function parse(text: string): Holder | undefined {
  try {
    const holder: Partial<Holder> = JSON.parse(text)
    const { pid, identity, address } = holder
    if (typeof pid !== 'number' || typeof identity !== 'string') return undefined
    return { pid, identity, ...(typeof address === 'string' && { address }) }
  } catch {
    return undefined
  }
}
