import sql, { type Sql } from 'sql-template-tag'

/**
 * Holds both orders of a merging to the end of the commit, in one order of ids so that two mergings never wait for each
 * other, and refuses `unmergeable` when the target follows another by now.
 */
export const holdForMerging = (region: number, id: string, into: string): Sql => sql`
  with held as materialized (select id, merged_into from orders where region_id = ${region} and id in (${id}::uuid, ${into}::uuid) order by id for update)
  select refuse('unmergeable') where not exists (select from held where id = ${into}::uuid and merged_into is null)`
