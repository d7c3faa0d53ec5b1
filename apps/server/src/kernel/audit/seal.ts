import sql from 'sql-template-tag'
import { systemScope } from '../auth/actor.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Database } from '../db/database.ts'
import { type EntryRow, entryColumns, FIRST_MAC, type Seal, sealMac } from './chain.ts'
import { awaitWriters } from './writers.ts'

const MOST_ENTRIES = 1000

type Reading = { number: number; last_seq: number; mac: Buffer | null; newest: number | null }

/**
 * Seals what was recorded since the last seal into the region's chain: each seal's MAC covers the one before and every
 * entry between. The newest MAC, kept outside (log, paper), also proves that no tail was cut off.
 *
 * Numbers of the identity column are taken before the commit, so an entry can appear below one already seen. A bound
 * on transaction ids does not help, since ids and numbers are not taken in the same order. What holds is the table
 * lock: every writer takes it before its number and keeps it to its end. So: read the newest number, wait until the
 * writers of that moment have ended (new ones get higher numbers and are not waited for), then everything up to that
 * number is there or never will be.
 *
 * @returns the seal, or undefined when nothing was to do, a writer is slow, or another instance was first
 */
export async function sealAudit(
  db: Database,
  region: number,
  crypto: CryptoProvider,
): Promise<Seal | undefined> {
  const scope = systemScope(region)
  const [last] = await db.read<Reading>(
    scope,
    sql`select coalesce(s.number, 0) as number, coalesce(s.last_seq, 0) as last_seq, s.mac,
        (select max(seq) from audit_entries where region_id = ${region}) as newest
      from (select) one left join lateral
        (select number, last_seq, mac from audit_seals where region_id = ${region} order by number desc limit 1) s on true`,
  )
  if (!last?.newest || last.newest <= last.last_seq) return undefined
  if (!(await awaitWriters(db, region, 'audit_entries'))) return undefined
  const entries = await db.read<EntryRow>(
    scope,
    sql`select ${entryColumns} from audit_entries
      where region_id = ${region} and seq > ${last.last_seq} and seq <= ${last.newest} order by seq limit ${MOST_ENTRIES}`,
  )
  const [first, end] = [entries[0], entries.at(-1)]
  if (!first || !end) return undefined
  const seal = {
    region,
    number: last.number + 1,
    firstSeq: first.seq,
    lastSeq: end.seq,
    entries: entries.length,
  }
  const previous = last.mac ?? FIRST_MAC
  const mac = sealMac(crypto.mac, seal, previous, entries)
  // The primary key (region, number) lets one instance write each link.
  const [written] = await db.commit(scope, [
    sql`insert into audit_seals (region_id, number, first_seq, last_seq, entries, previous_mac, mac, key_id, at)
      values (${region}, ${seal.number}, ${seal.firstSeq}, ${seal.lastSeq}, ${seal.entries}, ${previous}, ${mac}, ${crypto.keyId}, app_now())
      on conflict (region_id, number) do nothing returning number`,
  ])
  return written?.length === 1 ? { ...seal, mac } : undefined
}
