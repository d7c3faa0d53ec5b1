import type pg from 'pg'
import { ourTables } from '../kit/catalog.ts'

/** What the clock, the job that counts and refusals write by themselves, and when a session was last used. */
const BESIDES = ['audit_entries', 'audit_seals', 'deliveries', 'ground_counted', 'ground_counts', 'sessions']

/** A sum over the content of every row of every table but those: equal when nothing was written. */
export async function digestOf(admin: pg.Client): Promise<{ readonly [table: string]: string }> {
  const tables = (await ourTables(admin)).filter((name) => !BESIDES.includes(name))
  const sums = tables.map(
    (name) =>
      `(select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from ${name} t) as ${name}`,
  )
  const { rows } = await admin.query<{ [table: string]: string }>(`select ${sums.join(', ')}`)
  return rows[0] ?? {}
}
