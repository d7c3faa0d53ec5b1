import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { LIES, spotOf, type Whereabouts } from '../../merchants/index.ts'

export type Point = { readonly lat: number; readonly long: number }

/** One point for each community: no request is shown nearer than its community. Those that nobody has placed are left out. */
export async function pointsOf(
  db: Database,
  region: number,
  communities: readonly string[],
): Promise<ReadonlyMap<string, Point>> {
  if (communities.length === 0) return new Map()
  const rows = await db.read<Row & Whereabouts & { path: string }>(
    systemScope(region),
    sql`select a.path, lies.* from areas a ${LIES(sql`a`)} where a.region_id = ${region} and a.path = any(${[...communities]}::text[])`,
  )
  return new Map(
    rows.flatMap((row) => {
      const spot = spotOf(row)
      // Three digits after the point are about a hundred metres.
      return spot ? [[row.path, { lat: rounded(spot.latitude), long: rounded(spot.longitude) }] as const] : []
    }),
  )
}

const rounded = (tenMillionths: number): number => Math.round(tenMillionths / 1e4) / 1e3
