import sql, { empty, join, type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Range, Scope } from '../../../kernel/db/scope.ts'
import { type AddressSearch, type AddressWord, PART_ENDS } from '../rules/addressWords.ts'
import { fullName, inRanges } from './sql.ts'

export type Hit = {
  path: string
  level: string
  text: string
  room: string | null
  householdId: string | null
}

const matches = (words: readonly AddressWord[]): Sql =>
  words.length === 0
    ? sql`false`
    : join(
        words.map(({ text, start }) => sql`position(${(start ? ' ' : '') + text} in parts) > 0`),
        ' and ',
      )

/**
 * Addresses by what somebody typed. Areas of the whole region, since their names stand on the doors; rooms only
 * where the reader's ranges reach. Each part of an address begins with a space, so a number is found only from its start;
 * splitting is dear, so only what holds every word is split.
 */
export async function searchAddresses(
  db: Database,
  scope: Scope,
  search: AddressSearch,
  roomRanges: readonly Range[],
): Promise<Hit[]> {
  const ends = `(${PART_ENDS})`
  const rooms =
    search.room && search.areaWords.length > 0 && roomRanges.length > 0
      ? sql`union all
        (select n.region_id, n.path, n.level, h.room, h.id as "householdId", 0 as rank
         from named n join households h on h.region_id = n.region_id and h.path = n.path and h.closed_at is null
         where ${matches(search.areaWords)} and ${inRanges('h.path', roomRanges)} and position(${search.room} in h.room) = 1
         order by n.path, h.room limit 100)`
      : empty
  return db.read<Hit>(
    scope,
    sql`
    with spoken as (
      select a.region_id, a.path, a.level,
        concat_ws(' ', c.name, b.compound, b.name, p.compound, p.name, a.compound, a.name) as text
      from areas a
      left join areas p on p.region_id = a.region_id and p.path = a.parent_path and p.level <> 'region'
      left join areas b on b.region_id = a.region_id and b.path = p.parent_path and b.level <> 'region'
      left join areas c on c.region_id = a.region_id and c.path = b.parent_path and c.level <> 'region'
      where a.region_id = ${scope.region} and a.closed_at is null and a.level <> 'region'),
    near as materialized (
      select * from spoken where not exists (
        select from unnest(${search.areaWords.map(({ text }) => text)}::text[]) word where position(word in text) = 0)),
    named as (
      select region_id, path, level, ' ' || regexp_replace(text, ${ends}, '\\1 ', 'g') as parts from near)
    select path, level, concat_ws(' ', ${fullName('found.region_id', 'found.path')}, room) as text, room, "householdId" from (
      (select region_id, path, level, null::text as room, null::uuid as "householdId", 1 as rank from named
       where ${matches(search.words)} order by length(path), path limit 100)
      ${rooms}) found
    order by rank, length(path), path, room limit 20`,
  )
}
