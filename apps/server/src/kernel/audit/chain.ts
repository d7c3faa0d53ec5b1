import sql from 'sql-template-tag'

export type Link = {
  readonly region: number
  readonly number: number
  readonly firstSeq: number
  readonly lastSeq: number
  readonly entries: number
}
export type Seal = Link & { readonly mac: Buffer }
export type EntryRow = { seq: number; line: string }

/** Before the first seal. */
export const FIRST_MAC = Buffer.alloc(32)

/** An entry as one line of JSON, written by PostgreSQL, so that what is proved is exactly what is stored. */
export const entryColumns = sql`seq, json_build_array(region_id, id, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
  account_id, person_id, action, subject_kind, subject_id, reason, facts::text)::text as line`

/**
 * The proof of one seal: the link itself, the proof before it, and every entry. JSON keeps the parts apart.
 * @param mac by the key that writes, or by the one the seal names
 */
export function sealMac<M>(
  mac: (data: Buffer) => M,
  { region, number, firstSeq, lastSeq }: Link,
  previous: Buffer,
  entries: readonly EntryRow[],
): M {
  const link = ['audit-seal', region, number, firstSeq, lastSeq, entries.length, previous.toString('hex')]
  return mac(Buffer.from([JSON.stringify(link), ...entries.map((entry) => entry.line)].join('\n')))
}
