import type { Words } from '@linli/contract'
import type { GroupKind } from '@linli/contract/duties/words'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'

/** People who may be asked together. */
export type Group = Row & {
  readonly kind: GroupKind
  /** Of a team or a unit its id, of a post its key. */
  readonly id: string
  /** Null where the words are the place's or the house's. */
  readonly name: Words | null
  readonly people: readonly string[]
}

export const keyOf = ({ kind, id }: Pick<Group, 'kind' | 'id'>): string =>
  kind === 'helpers' ? 'helpers' : `${kind}:${id}`

/**
 * Whom a roster of an area could ask: the helpers who serve some of it, its teams, the members of units who reported to
 * it, and those who hold a post in it. Who is on leave, and who was asked to a team and has not answered, is left alone.
 */
export function groupsAround(db: Database, region: number, area: string): Promise<Group[]> {
  const { lo, hi } = rangeOf(area)
  return db.read<Group>(
    systemScope(region),
    sql`
    with here as (
      select h.person_id from helpers h where h.region_id = ${region} and h.left_at is null
        and ((h.serves_path >= ${lo} and h.serves_path < ${hi}) or starts_with(${area}, h.serves_path))),
    away as (
      select h.person_id from helpers h where h.region_id = ${region}
        and h.on_leave_until >= (app_now() at time zone 'Asia/Shanghai')::date),
    found (kind, id, name, person) as (
      select 'helpers', '', null::jsonb, person_id from here
      union all
      select 'team', t.id::text, jsonb_build_object('zh', t.name, 'en', t.name), m.person_id
      from teams t join team_members m on m.region_id = t.region_id and m.team_id = t.id and m.to_at is null and not m.is_asked
      where t.region_id = ${region} and t.closed_at is null
        and ((t.path >= ${lo} and t.path < ${hi}) or starts_with(${area}, t.path))
      union all
      select 'unit', u.id::text, u.name, c.person_id
      from check_ins c join units u on u.region_id = c.region_id and u.id = c.unit_id
      where c.region_id = ${region} and c.kind = 'member' and c.state = 'accepted'
        and ((c.path >= ${lo} and c.path < ${hi}) or starts_with(${area}, c.path))
      union all
      select 'post', p.post, null, p.person_id from posts p
      where p.region_id = ${region} and p.area_path >= ${lo} and p.area_path < ${hi}
        and (p.to_on is null or p.to_on >= (app_now() at time zone 'Asia/Shanghai')::date))
    select f.kind, f.id, f.name, array_agg(distinct f.person) as people
    from found f join people o on o.region_id = ${region} and o.id = f.person and o.erased_at is null
    where not exists (select from away where away.person_id = f.person)
    group by f.kind, f.id, f.name order by f.kind, f.name ->> 'zh', f.id limit 500`,
  )
}
