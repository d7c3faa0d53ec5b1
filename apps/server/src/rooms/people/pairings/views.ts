import type { Coverage, MyPairings, PairRow } from '@linli/contract/people/pairingShapes'
import sql, { empty } from 'sql-template-tag'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { fullName, type PlaceRules } from '../../places/index.ts'
import { figuresOf } from '../rules/pairing.ts'
import { countOfUnits, countsBelow } from './store/who.ts'

type Rule = Coverage['rules'][number]

/** What every rule of the place can reach below a path, by community: a promise that cannot hold is said in figures. */
export async function coverageOf(
  db: Database,
  scope: Scope,
  { pairingRules }: PlaceRules,
  path: string,
): Promise<Coverage> {
  const rules: Rule[] = []
  for (const rule of pairingRules) {
    const counts = await countsBelow(db, scope, rule, path)
    // Units lie nowhere: they are counted for the whole, and a community has the places it can take.
    const units = rule.what === 'units' ? await countOfUnits(db, scope) : undefined
    const areas = counts.map(({ path, name, wanted, takers, paired }) => ({
      path,
      name,
      ...figuresOf(units === undefined ? wanted : paired, takers, rule),
      takers,
      paired,
    }))
    const sum = (of: (one: (typeof counts)[number]) => number): number =>
      counts.reduce((all, one) => all + of(one), 0)
    const takers = sum((one) => one.takers)
    rules.push({
      key: rule.key,
      name: rule.name,
      what: rule.what,
      each: { least: rule.least, most: rule.most },
      total: {
        ...figuresOf(units ?? sum((one) => one.wanted), takers, rule),
        takers,
        paired: sum((one) => one.paired),
      },
      areas,
    })
  }
  return { rules }
}

/** Who or what a pair `m` is about, in words. */
const NAME = sql`coalesce(
  (select ${fullName('h.region_id', 'h.path')} || ' ' || h.room from households h where h.region_id = m.region_id and h.id = m.household_id),
  (select p.name from people p where p.region_id = m.region_id and p.id = m.person_id),
  (select u.name ->> 'zh' from units u where u.region_id = m.region_id and u.id = m.unit_id), '')`
const TAKER = sql`coalesce((select p.name from people p where p.region_id = m.region_id and p.id = m.taker_id),
  ${fullName('m.region_id', 'm.path')}, '')`

/** The pairs of a plan, whoever takes most beside each other. */
export const pairsOf = (
  db: Database,
  scope: Scope,
  plan: string,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<(PairRow & { sorted: string })[]> =>
  db.read(
    scope,
    sql`with page as materialized (
      select * from pairings where region_id = ${scope.region} and plan_id = ${plan}::uuid
        ${after ? sql`and (coalesce(taker_id::text, path), id) > (${after[0]}, ${after[1]}::uuid)` : empty}
      order by coalesce(taker_id::text, path), id limit ${limit})
    select m.id, m.taker_id as "takerId", case when m.taker_id is null then m.path end as "takerPath", ${TAKER} as "takerName", ${NAME} as name, coalesce(m.taker_id::text, m.path) as sorted
    from page m order by coalesce(m.taker_id::text, m.path), m.id`,
  )

type Mine = Omit<MyPairings['items'][number], 'ruleName'> & { rule: string }
/** What the reader is part of now: as the one who looks after, as the person, as one of the household, or speaking for a unit. */
export async function pairingsOfPerson(
  db: Database,
  scope: Scope,
  { personId: person, units }: Actor,
  { pairingRules }: PlaceRules,
): Promise<MyPairings> {
  const ofUnits = pairingRules.flatMap(({ key, what }) => (what === 'units' ? [key] : []))
  const rows = await db.read<Mine>(
    scope,
    sql`with mine as materialized (
      select * from pairings where region_id = ${scope.region} and taker_id = ${person}::uuid and accepted and to_on is null
      union select * from pairings where region_id = ${scope.region} and person_id = ${person}::uuid and accepted and to_on is null
      union select * from pairings where region_id = ${scope.region} and accepted and to_on is null and household_id is not null and household_id in (
        select h.household_id from household_members h where h.region_id = ${scope.region} and h.person_id = ${person}::uuid and h.to_at is null)
      union select * from pairings where region_id = ${scope.region} and rule = any (${ofUnits}) and unit_id = any (${[...units]}::uuid[]) and accepted and to_on is null)
    select m.id, m.rule, case when m.taker_id = ${person}::uuid then true else false end as "isTaker",
      case when m.taker_id = ${person}::uuid then ${NAME} else ${TAKER} end as name,
      (select u.name ->> 'zh' from units u where u.region_id = m.region_id and u.id = m.unit_id) as "unitName", m.from_on::text as "fromOn",
      (select p.every from pairing_plans p where p.region_id = m.region_id and p.id = m.plan_id) as every
    from mine m order by m.rule, m.path, m.id limit 200`,
  )
  const names = new Map(pairingRules.map(({ key, name }) => [key, name]))
  return {
    items: rows.map(({ rule, ...row }) => ({
      ...row,
      ruleName: names.get(rule) ?? { zh: '结对', en: 'Pair' },
    })),
  }
}

/** A pair that concerns somebody, as `pairingsOfPerson` finds it. */
export async function isMine(
  db: Database,
  scope: Scope,
  { personId: person, units }: Actor,
  id: string,
): Promise<boolean> {
  const rows = await db.read(
    scope,
    sql`select 1 from pairings m where m.region_id = ${scope.region} and m.id = ${id}::uuid and m.accepted
      and (m.taker_id = ${person}::uuid or m.person_id = ${person}::uuid or coalesce(m.unit_id = any (${[...units]}::uuid[]), false) or exists (select from household_members h
        where h.region_id = m.region_id and h.household_id = m.household_id and h.person_id = ${person}::uuid and h.to_at is null))`,
  )
  return rows.length > 0
}
