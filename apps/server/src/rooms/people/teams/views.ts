import type { MyTeams, TeamView } from '@linli/contract/people/teamShapes'
import type { TeamPart } from '@linli/contract/people/teamWords'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { fullName, inRanges, type PlaceRules, placeRules } from '../../places/index.ts'
import { demandAt, TEAM_READERS } from './policy.ts'

type Row = {
  id: string
  kind: string
  name: string
  path: string
  members: number
  openedAt: string
  closedAt: string | null
}
type Named = { id: string; name: string }

/** How the house forms a team where the place says nothing else. */
const FORM = { leaders: 1, deputies: 2, units: 0 }
export const formOf = ({ teams }: PlaceRules, kind: string): TeamView['form'] =>
  teams.find(({ key }) => key === kind)?.form ?? FORM
const kindName = ({ teams }: PlaceRules, kind: string) =>
  teams.find(({ key }) => key === kind)?.name ?? { zh: kind, en: kind }

/** Those in a team `t`: who was asked and has not answered is not. */
const MEMBERS = sql`(select count(*)::int from team_members m where m.region_id = t.region_id and m.team_id = t.id and m.to_at is null and not m.is_asked)`
const teamsWhere = (more: Sql): Sql => sql`
  select t.id, t.kind, t.name, t.path, t.opened_at as "openedAt", t.closed_at as "closedAt", ${MEMBERS} as members from teams t where ${more}`

/** The service teams of the reader's areas. */
export async function listTeams(db: Database, me: Actor, query: { path?: string; isClosed?: boolean }) {
  const rules = await placeRules(db, me.region)
  const rows = await db.read<Row>(
    scopeOf(me),
    teamsWhere(sql`t.region_id = ${me.region} and ${inRanges('t.path', rangesOf(me, [...TEAM_READERS]))}
      ${query.path ? sql`and t.path >= ${query.path} and t.path < ${`${query.path.slice(0, -1)}0`}` : empty}
      and ${query.isClosed ? sql`t.closed_at is not null order by t.closed_at desc, t.id` : sql`t.closed_at is null order by t.name, t.id`} limit 500`),
  )
  return { items: rows.map((row) => ({ ...row, kindName: kindName(rules, row.kind) })) }
}

/** Who stands for the team is named; everybody else in it is masked. */
const shownName = (part: TeamPart, name: string): string =>
  part === 'member' ? (maskName(name) ?? '') : name
const FIRST = sql`case m.part when 'leader' then 1 when 'deputy' then 2 else 3 end`

type PersonRow = Omit<TeamView['people'][number], 'skills'> & { readonly skills: readonly string[] }

/** One team for those who answer for its area. @throws notFound, forbidden */
export async function teamView(db: Database, me: Actor, id: string): Promise<TeamView> {
  const { region } = me
  const scope = scopeOf(me)
  const rules = await placeRules(db, region)
  const [row] = await db.read<
    Row & { areaName: string | null; closedWords: string | null; within: Named | null }
  >(
    scope,
    sql`select t.*, nullif(${fullName('t.region_id', 't.path')}, '') as "areaName", (select c.closed_words from teams c where c.region_id = t.region_id and c.id = t.id) as "closedWords",
      (select json_build_object('id', w.id, 'name', w.name) from team_allies a join teams w on w.region_id = a.region_id and w.id = a.team_id
        where a.region_id = t.region_id and a.squad_id = t.id and a.to_at is null) as within
      from (select ${region}::int as region_id, found.* from (${teamsWhere(sql`t.region_id = ${region} and t.id = ${id}::uuid`)}) found) t`,
  )
  if (!row) throw notFound()
  demandAt('getTeam', me, row.path)
  const [people, past, allies, choices] = await Promise.all([
    db.read<PersonRow>(
      scope,
      sql`select m.person_id as "personId", p.name, m.part, m.is_asked as "isAsked", m.from_at as from,
        array(select s.skill from helper_skills s where s.region_id = m.region_id and s.person_id = m.person_id and s.to_at is null and s.verified_at is not null order by s.skill) as skills
        from team_members m join people p on p.region_id = m.region_id and p.id = m.person_id
        where m.region_id = ${region} and m.team_id = ${id}::uuid and m.to_at is null order by ${FIRST}, m.from_at, m.id limit 500`,
    ),
    db.read<TeamView['past'][number]>(
      scope,
      sql`select m.id, p.name, m.part, m.from_at as from, m.to_at as to, m.ending from team_members m join people p on p.region_id = m.region_id and p.id = m.person_id
        where m.region_id = ${region} and m.team_id = ${id}::uuid and m.to_at is not null order by m.to_at desc, m.id limit 200`,
    ),
    db.read<Named & { isUnit: boolean; members: number }>(
      scope,
      sql`select coalesce(a.unit_id, a.squad_id) as id, coalesce(u.name->>'zh', t.name) as name, a.unit_id is not null as "isUnit", ${MEMBERS} as members
        from team_allies a left join units u on u.region_id = a.region_id and u.id = a.unit_id left join teams t on t.region_id = a.region_id and t.id = a.squad_id
        where a.region_id = ${region} and a.team_id = ${id}::uuid and a.to_at is null order by a.from_at, name, a.id`,
    ),
    choicesFor(db, me, { id, path: row.path }),
  ])
  const skillName = (skill: string) =>
    rules.skills.find(({ key }) => key === skill)?.name ?? { zh: skill, en: skill }
  const { areaName, within, ...team } = row
  return {
    ...team,
    kindName: kindName(rules, row.kind),
    areaName: areaName ?? '',
    form: formOf(rules, row.kind),
    within,
    units: allies.filter(({ isUnit }) => isUnit).map(({ id: unit, name }) => ({ id: unit, name })),
    squads: allies
      .filter(({ isUnit }) => !isUnit)
      .map(({ id: squad, name, members }) => ({ id: squad, name, members })),
    people: people.map((one) => ({
      ...one,
      name: shownName(one.part, one.name),
      skills: one.skills.map(skillName),
    })),
    past: past.map((one) => ({ ...one, name: shownName(one.part, one.name) })),
    choices,
  }
}

/** Units of the place, and teams of the area that stand in no other and have none of their own: one step deep, so no circle. */
export async function choicesFor(
  db: Database,
  me: Actor,
  { id, path }: { readonly id: string; readonly path: string },
): Promise<TeamView['choices']> {
  const scope = scopeOf(me)
  const [units, squads] = await Promise.all([
    db.read<Named>(
      scope,
      sql`select id, name->>'zh' as name from units where region_id = ${me.region} and closed_at is null order by name->>'zh', id limit 500`,
    ),
    db.read<Named>(
      scope,
      sql`select t.id, t.name from teams t where t.region_id = ${me.region} and t.closed_at is null and t.id <> ${id}::uuid
        and t.path >= ${path} and t.path < ${`${path.slice(0, -1)}0`}
        and not exists (select from team_allies a where a.region_id = t.region_id and a.to_at is null and (a.team_id = t.id and a.squad_id is not null or a.squad_id = t.id and a.team_id <> ${id}::uuid))
        and not exists (select from team_allies a where a.region_id = t.region_id and a.to_at is null and a.squad_id = ${id}::uuid)
        order by t.name, t.id limit 500`,
    ),
  ])
  return { units, squads }
}

type MineRow = Omit<MyTeams['items'][number], 'kindName' | 'areaName'> & {
  readonly kind: string
  readonly areaName: string | null
}

/** One's own teams: whoever has not said yes sees who asks, and not yet who else is in. */
export async function myTeams(db: Database, me: Actor): Promise<MyTeams> {
  const { region, personId } = me
  const rules = await placeRules(db, region)
  const scope = scopeOf(me)
  const named = (
    part: TeamPart,
  ): Sql => sql`array(select p.name from team_members o join people p on p.region_id = o.region_id and p.id = o.person_id
    where o.region_id = t.region_id and o.team_id = t.id and o.to_at is null and not o.is_asked and o.part = ${part} order by o.from_at, o.id)`
  const rows = await db.read<MineRow>(
    scope,
    sql`select t.id, t.name, t.kind, nullif(${fullName('t.region_id', 't.path')}, '') as "areaName", m.part, m.is_asked as "isAsked", m.from_at as from,
      ${named('leader')} as leaders, ${named('deputy')} as deputies, case when m.is_asked then '{}'::text[] else ${named('member')} end as members,
      array(select u.name->>'zh' from team_allies a join units u on u.region_id = a.region_id and u.id = a.unit_id
        where a.region_id = t.region_id and a.team_id = t.id and a.to_at is null order by a.from_at, u.name->>'zh', a.id) as units
      from team_members m join teams t on t.region_id = m.region_id and t.id = m.team_id and t.closed_at is null
      where m.region_id = ${region} and m.person_id = ${personId}::uuid and m.to_at is null order by m.is_asked desc, t.name, t.id limit 60`,
  )
  const past = await db.read<MyTeams['past'][number]>(
    scope,
    sql`select t.id, t.name, m.part, m.from_at as from, m.to_at as to, m.ending, case when m.ending = 'closed' then t.closed_words end as "closedWords" from team_members m join teams t on t.region_id = m.region_id and t.id = m.team_id
      where m.region_id = ${region} and m.person_id = ${personId}::uuid and m.to_at is not null order by m.to_at desc, m.id limit 60`,
  )
  return {
    items: rows.map(({ kind, members, areaName, ...row }) => ({
      ...row,
      areaName: areaName ?? '',
      kindName: kindName(rules, kind),
      members: members.map((name) => maskName(name) ?? ''),
    })),
    past,
  }
}
