import type { Coverage, GroundFigures, GroundPart } from '@linli/contract/insight/coverage'
import { DUTY_KINDS, type DutyKind, GROUND } from '@linli/contract/insight/coverage'
import sql from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { within } from '../../../kernel/db/scope.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { InsightNeeds, InsightRules } from '../needs.ts'
import { FEWEST_PEOPLE, PEOPLE } from '../rules/rollUp.ts'
import { areaAsked } from './areaAsked.ts'

type Counted = {
  readonly what: GroundPart
  readonly key: string
  readonly held: number
  readonly wanted: number
}
type Named = { readonly path: string; readonly name: string }
type Row = {
  readonly name: string | null
  readonly above: readonly Named[]
  readonly own: readonly Counted[]
  readonly areas: readonly (Named & { readonly counts: readonly Counted[] })[]
  readonly counted: readonly { what: GroundPart; at: string | null; isBehind: boolean }[]
  readonly campaigns: Coverage['campaigns']
}

/**
 * What the ground of an area promises and holds, and of the areas below it, from the counts that the job keeps: nothing
 * is counted here. @throws notFound when the area is outside the reader's, or deeper than is counted
 */
export async function coverageOf(
  needs: InsightNeeds,
  me: Actor,
  query: { readonly area?: string },
): Promise<Coverage> {
  const rules = await needs.rules(me.region)
  const { area, depth, ranges } = areaAsked(me, query.area, rules.depth)
  const { region } = me
  const counts = (
    path: string,
  ) => sql`(select coalesce(json_agg(json_build_object('what', g.what, 'key', g.key, 'held', g.held, 'wanted', g.wanted)), '[]')
    from ground_counts g where g.region_id = ${region} and g.area = ${path})`
  const [row] = await needs.db.read<Row>(
    systemScope(region), // the area is the reader's, and the counts name nobody
    sql`select
      (select a.name from areas a where a.region_id = ${region} and a.path = ${area}) as name,
      (select coalesce(json_agg(json_build_object('path', a.path, 'name', a.name) order by length(a.path)), '[]')
        from areas a where a.region_id = ${region} and a.path = any(area_prefixes(${area}))) as above,
      ${counts(area)} as own,
      (select coalesce(json_agg(json_build_object('path', a.path, 'name', a.name, 'counts', coalesce(c.counts, '[]')) order by length(a.code), a.path), '[]')
        from areas a left join lateral (
          select json_agg(json_build_object('what', g.what, 'key', g.key, 'held', g.held, 'wanted', g.wanted)) as counts
          from ground_counts g where g.region_id = a.region_id and g.area = a.path) c on true
        where a.region_id = ${region} and a.parent_path = ${area} and a.closed_at is null) as areas,
      (select coalesce(json_agg(json_build_object('what', c.what, 'at', c.at, 'isBehind', c.is_behind)), '[]')
        from ground_counted c where c.region_id = ${region}) as counted,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'from', c.from_on, 'to', c.to_on) order by c.from_on, c.id), '[]')
        from campaigns c where c.region_id = ${region} and c.id::text in (
          select g.key from ground_counts g where g.region_id = ${region} and g.area = ${area} and g.what = 'visits')) as campaigns`,
  )
  if (!row || (row.name === null && area !== '/')) throw notFound()
  const parts = Object.keys(GROUND) as GroundPart[] // the keys of the vocabulary
  const figures = (all: readonly Counted[]) => figuresOf(all, rules, row.campaigns)
  return {
    area,
    name: row.name ?? rules.name.zh,
    above: [{ path: '/', name: rules.name.zh }, ...row.above].filter(
      ({ path }) => path !== area && within(path, ranges),
    ),
    isBehind: row.counted.length < parts.length || row.counted.some(({ isBehind }) => isBehind),
    counted: parts.map((what) => ({ what, at: row.counted.find((one) => one.what === what)?.at ?? null })),
    rules: [...rules.pairs],
    services: [...rules.services],
    campaigns: row.campaigns,
    ground: figures(row.own),
    areas:
      depth < rules.depth
        ? row.areas.map(({ path, name, counts: all }) => ({ path, name, ground: figures(all) }))
        : [],
  }
}

const NONE = { held: 0, wanted: 0 }

function figuresOf(
  counts: readonly Counted[],
  rules: InsightRules,
  campaigns: Coverage['campaigns'],
): GroundFigures {
  const of = (what: GroundPart, key = '') =>
    counts.find((one) => one.what === what && one.key === key) ?? NONE
  const homes = of('homes').held
  const people = of('care', PEOPLE).held
  const promises = of('care', 'promises')
  const placed = of('reach', ':placed')
  return {
    homes,
    pairs: rules.pairs.map(({ key }) => ({ rule: key, held: of('pairs', key).held, homes })),
    visits: campaigns.map(({ id }) => {
      const met = of('visits', id)
      return { campaign: id, met: met.held, tried: of('visits', `${id}:tried`).held, homes: met.wanted }
    }),
    duties: (Object.keys(DUTY_KINDS) as DutyKind[]).map((kind) => {
      const { held, wanted } = of('duties', kind)
      return { kind, filled: held, wanted }
    }),
    care:
      people < FEWEST_PEOPLE
        ? null
        : {
            people,
            promises: promises.wanted,
            inTime: promises.held,
            lastDay: of('care', 'lastDay').held,
            lastWeek: of('care', 'lastWeek').held,
          },
    reach: {
      grids: placed.wanted,
      placed: placed.held,
      services: rules.services.map(({ key }) => ({ service: key, reached: of('reach', key).held })),
    },
  }
}
