import type { SuggestionTerms } from '@linli/contract/suggestions/shapes'
import type { Basis } from '@linli/contract/suggestions/words'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../kernel/auth/actor.ts'
import type { Database, Row } from '../../kernel/db/database.ts'

/** So many models are kept: the one in use and those before it, to look back at. */
const KEPT = 7

/** What a night's learning came to. */
export type Learned = {
  readonly basis: Basis
  readonly examples: number
  readonly items: number
  readonly first: number
  readonly firstTwo: number
  readonly byNames: number
}

/** Keeps a model and takes the oldest away; only one instance a night writes one. */
export const keepModel = (
  region: number,
  id: string,
  learned: Learned,
  bytes: Uint8Array,
): readonly Sql[] => [
  sql`insert into suggestion_models (region_id, id, learned_at, basis, examples, items, first_percent, two_percent, names_percent, model)
    values (${region}, ${id}, app_now(), ${learned.basis}, ${learned.examples}, ${learned.items}, ${learned.first}, ${learned.firstTwo}, ${learned.byNames}, ${Buffer.from(bytes)})`,
  sql`delete from suggestion_models where region_id = ${region} and id in
    (select id from suggestion_models where region_id = ${region} order by learned_at desc, id desc offset ${KEPT})`,
]

/** The id of the model in use. */
export async function newestModel(db: Database, region: number): Promise<string | undefined> {
  const [row] = await db.read<Row & { id: string }>(
    systemScope(region),
    sql`select id from suggestion_models where region_id = ${region} order by learned_at desc, id desc limit 1`,
  )
  return row?.id
}

export async function modelBytes(
  db: Database,
  region: number,
  id: string,
): Promise<{ basis: Basis; model: Buffer } | undefined> {
  const [row] = await db.read<Row & { basis: Basis; model: Buffer }>(
    systemScope(region),
    sql`select basis, model from suggestion_models where region_id = ${region} and id = ${id}::uuid`,
  )
  return row
}

/** Whether a model was learned within so many hours. */
export async function learnedWithin(db: Database, region: number, hours: number): Promise<boolean> {
  const [row] = await db.read<Row & { is: boolean }>(
    systemScope(region),
    sql`select exists (select from suggestion_models where region_id = ${region} and learned_at > app_now() - make_interval(hours => ${hours})) as is`,
  )
  return row?.is ?? false
}

type Terms = Row & {
  version: number
  margin: number | null
  at: string | null
  basis: Basis
  examples: number
  items: number
  first: number
  firstTwo: number
  byNames: number
}

/** How the desk uses suggestions, and what was learned last. */
export async function termsNow(db: Database, region: number): Promise<SuggestionTerms> {
  const [row] = await db.read<Terms>(
    systemScope(region),
    sql`select coalesce(t.version, 0) as version, t.margin, m.learned_at as at, m.basis, m.examples, m.items,
        m.first_percent as first, m.two_percent as "firstTwo", m.names_percent as "byNames"
      from (select 1) one
      left join lateral (select version, margin from suggestion_terms where region_id = ${region} order by version desc limit 1) t on true
      left join lateral (select * from suggestion_models where region_id = ${region} order by learned_at desc, id desc limit 1) m on true`,
  )
  if (!row) return { version: 0, margin: null, learned: null }
  const { version, margin, at, basis, examples, items, first, firstTwo, byNames } = row
  return {
    version,
    margin,
    learned: at === null ? null : { at, basis, examples, items, first, firstTwo, byNames },
  }
}

/** A further word on the margin; the same version twice violates the key. */
export const insertTerms = (region: number, version: number, margin: number | null, by: string): Sql =>
  sql`insert into suggestion_terms (region_id, version, margin, by_person, at) values (${region}, ${version}, ${margin}, ${by}, app_now())`
