import { timingSafeEqual } from 'node:crypto'
import sql from 'sql-template-tag'
import { systemScope } from '../auth/actor.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Database } from '../db/database.ts'
import { type EntryRow, entryColumns, FIRST_MAC, sealMac } from './chain.ts'

type SealRow = {
  number: number
  first_seq: number
  last_seq: number
  entries: number
  previous_mac: Buffer
  mac: Buffer
  key_id: string
}
/** How many entries are sealed, how many wait, and the numbers of the seals that do not fit (missing ones too). */
export type AuditChain = { sealed: number; waiting: number; broken: number[] }

/**
 * Proves the region's chain from its first seal: a changed, removed or slipped-in entry breaks its seal, a removed
 * seal leaves its number.
 */
export async function verifyAudit(db: Database, region: number, crypto: CryptoProvider): Promise<AuditChain> {
  const scope = systemScope(region)
  const seals = await db.read<SealRow>(
    scope,
    sql`select number, first_seq, last_seq, entries, previous_mac, mac, key_id from audit_seals where region_id = ${region} order by number`,
  )
  const broken: number[] = []
  // What was deleted when its time was over: the cut is an entry of the chain, the last seal below it stays as the anchor.
  const [cut] = await db.read<{ through: number | null }>(
    scope,
    sql`select max((facts->>'through')::bigint) as through from audit_entries where region_id = ${region} and action = 'cutAudit' and person_id is null`,
  )
  const through = cut?.through ?? 0
  let expected = Math.max(through, 1)
  let sealed = 0
  let lastSeq = Number.MIN_SAFE_INTEGER // a number below the first is slipped in as well
  let previous: Buffer = FIRST_MAC
  for (const seal of seals) {
    for (; expected < seal.number; expected += 1) broken.push(expected)
    if (seal.number <= through) {
      expected = seal.number + 1
      lastSeq = seal.last_seq
      previous = seal.mac
      continue
    }
    const entries = await db.read<EntryRow>(
      scope,
      sql`select ${entryColumns} from audit_entries
        where region_id = ${region} and seq > ${lastSeq} and seq <= ${seal.last_seq} order by seq`,
    )
    if (!holds(crypto, region, seal, previous, entries)) broken.push(seal.number)
    expected += 1
    sealed += seal.entries
    lastSeq = Math.max(lastSeq, seal.last_seq)
    previous = seal.mac
  }
  const [rest] = await db.read<{ waiting: number }>(
    scope,
    sql`select count(*) as waiting from audit_entries where region_id = ${region} and seq > ${lastSeq}`,
  )
  return { sealed, waiting: rest?.waiting ?? 0, broken }
}

function holds(
  crypto: CryptoProvider,
  region: number,
  seal: SealRow,
  previous: Buffer,
  entries: readonly EntryRow[],
): boolean {
  const { number, first_seq: firstSeq, last_seq: lastSeq } = seal
  const link = { region, number, firstSeq, lastSeq, entries: seal.entries }
  const mac = sealMac((data) => crypto.macBy(seal.key_id, data), link, previous, entries)
  return (
    mac !== undefined &&
    seal.entries === entries.length &&
    entries[0]?.seq === firstSeq &&
    seal.previous_mac.equals(previous) &&
    seal.mac.length === mac.length &&
    timingSafeEqual(seal.mac, mac)
  )
}
