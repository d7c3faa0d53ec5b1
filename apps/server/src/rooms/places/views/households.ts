import sql, { empty } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { type Range, rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { fullName, inRanges } from './sql.ts'

export type HouseholdRow = { id: string; path: string; room: string; areaName: string; members: number }
export type HouseholdKey = readonly [path: string, room: string]

/** Households below an area and inside the reader's ranges, in the order of their doors. */
export async function householdsBelow(
  db: Database,
  scope: Scope,
  ranges: readonly Range[],
  path: string,
  limit: number,
  after: HouseholdKey | undefined,
): Promise<HouseholdRow[]> {
  const { lo, hi } = rangeOf(path)
  return db.read<HouseholdRow>(
    scope,
    sql`
    select h.id, h.path, h.room, ${fullName('h.region_id', 'h.path')} as "areaName",
      (select count(*) from household_members m where m.region_id = h.region_id and m.household_id = h.id and m.to_at is null)::int as members
    from households h
    where h.region_id = ${scope.region} and h.path >= ${lo} and h.path < ${hi} and ${inRanges('h.path', ranges)}
      and h.closed_at is null ${after ? sql`and (h.path, h.room) > (${after[0]}, ${after[1]})` : empty}
    order by h.path, h.room limit ${limit}`,
  )
}
