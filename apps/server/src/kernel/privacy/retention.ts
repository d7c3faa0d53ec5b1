import sql, { join, type Sql } from 'sql-template-tag'
import type { RetentionEvent } from '../../../../../db/catalogue/words.ts'
import { auditStatement } from '../audit/audit.ts'
import type { Clocks, PrivacyCatalogue } from './catalogue.ts'
import { ownerOf } from './catalogue.ts'
import { asOwner, type PrivacyNeeds } from './owner.ts'
import { isRegional, type Schema, type TableShape } from './schema.ts'
import { named } from './subject.ts'

/** One limit of one table: what happens to a row so many days after its event. */
export type Limit = {
  readonly table: string
  readonly event: RetentionEvent
  readonly days: number
  readonly how: 'remove' | 'blank'
  /** The columns it is about; of a removal all. */
  readonly columns: readonly string[]
  /** When the event was; null while it has not been. */
  readonly clock: Sql
}

/** Ends with the person or the place and not with time. */
const TIMELESS = ({ event, days }: { event: RetentionEvent; days: number }): boolean =>
  event === 'placeClosed' || (event === 'personErased' && days === 0)

/** The columns that tell of an event in a row of its own, first found first taken. */
const OWN: { readonly [event in RetentionEvent]?: readonly string[] } = {
  written: [
    'at',
    'created_at',
    'started_at',
    'asked_at',
    'day',
    'used_at',
    'first_at',
    'bound_at',
    'added_at',
  ],
  expired: ['expires_at', 'used_at'],
  ended: [
    'to_at',
    'to_on',
    'left_at',
    'closed_at',
    'answered_at',
    'retired_at',
    'ended_at',
    'ends_at',
    'valid_until',
    'returned_at',
  ],
  superseded: ['to_at'],
  withdrawn: ['hidden_at', 'removed_at'],
}

/**
 * The limits of every table, from the catalogue alone: columns of one table may have several. A row goes when all its
 * columns are over; before that, or where some stay for good, only the columns that are over are emptied.
 * @throws when nobody says when an event was: such a table must have its clock registered by its room
 */
export function limitsOf(catalogue: PrivacyCatalogue, schema: Schema, clocks: Clocks): Limit[] {
  return Object.entries(catalogue.tables).flatMap(([table, entry]) => {
    const shape = schema.get(table)
    if (!shape) return []
    const groups = Map.groupBy(
      Object.entries(entry.columns),
      ([, { retention }]) => `${retention.event} ${retention.days}`,
    )
    const limited = [...groups.values()].filter(([first]) => first && !TIMELESS(first[1].retention))
    const longest = Math.max(...limited.map(([first]) => first?.[1].retention.days ?? 0))
    const stays = limited.length < groups.size || ownerOf(catalogue, table, [...names(shape)])?.stays === true
    return limited.flatMap((columns) => {
      const [first] = columns
      if (!first) return []
      const { event, days } = first[1].retention
      const clock = clockOf(table, shape, event, clocks)
      if (!clock) throw new Error(`nobody says when ${table} ${event}`)
      const how = stays || days < longest ? ('blank' as const) : ('remove' as const)
      return [{ table, event, days, how, columns: columns.map(([name]) => name), clock }]
    })
  })
}

const names = ({ columns }: TableShape): Set<string> => new Set(columns.map(({ name }) => name))

function clockOf(table: string, shape: TableShape, event: RetentionEvent, clocks: Clocks): Sql | undefined {
  const registered = clocks[event]?.(table)
  if (registered) return registered
  const known = names(shape)
  const own = OWN[event]?.find((name) => known.has(name))
  if (own) return sql`t.${named(own)}::timestamptz`
  if (event === 'personErased' && known.has('person_id'))
    return sql`(select p.erased_at from people p where p.region_id = t.region_id and p.id = t.person_id)`
  return undefined
}

const BATCH = 1000
const NOBODY = '00000000-0000-0000-0000-000000000000'

export type Kept = { readonly table: string; readonly how: Limit['how']; readonly rows: number }

/**
 * Keeps every limit once: in batches of a thousand rows, each a transaction of its own, so that a run that is broken off
 * goes on where it was when it comes again, and two at once share the work. What was done is in the audit, a line a table.
 * @param more limits that need a hand of their own, as the seals of the audit do
 */
export async function keepRetention(
  needs: PrivacyNeeds,
  region: number,
  more: readonly ((region: number) => Promise<Kept>)[] = [],
): Promise<Kept[]> {
  const schema = await needs.schema()
  const done: Kept[] = []
  for (const limit of limitsOf(needs.catalogue, schema, needs.clocks)) {
    if (OWN_HAND.includes(limit.table)) continue
    const rows = await keepLimit(needs, schema, region, limit)
    if (rows > 0) done.push({ table: limit.table, how: limit.how, rows })
  }
  for (const keep of more) done.push(...[await keep(region)].filter(({ rows }) => rows > 0))
  await asOwner(needs, region, async (tx) => {
    for (const { table, how, rows } of done)
      await tx.query(
        auditStatement(
          { region },
          { action: 'keepRetention', subjectKind: 'table', facts: { table, how, rows } },
        ),
      )
  })
  return done
}

/** Sealed into a chain: they go seal by seal, see seals.ts. */
const OWN_HAND = ['audit_entries', 'audit_seals']

async function keepLimit(needs: PrivacyNeeds, schema: Schema, region: number, limit: Limit): Promise<number> {
  const shape = schema.get(limit.table)
  if (!shape) return 0
  let sum = 0
  for (;;) {
    const rows = await asOwner(needs, region, async (tx) => {
      const some = await tx.query<{ key?: string | null }>(
        limitStatement(needs.catalogue, shape, region, limit),
      )
      // Before the commit: what is broken off here is still due, and comes again.
      for (const { key } of some) if (key) await needs.storage.remove(key)
      return some.length
    })
    sum += rows
    if (rows < BATCH) return sum
  }
}

function limitStatement(catalogue: PrivacyCatalogue, shape: TableShape, region: number, limit: Limit): Sql {
  const { table, days, clock } = limit
  const owner = ownerOf(catalogue, table, [...names(shape)])
  const here = isRegional(shape) ? sql`t.region_id = ${region} and` : sql``
  const key = join(shape.key.map((column) => sql`t.${named(column)}`))
  const bytes = owner?.bytes ? sql`, t.${named(owner.bytes)} as key` : sql``
  const due = sql`${here} ${clock} < app_now() - make_interval(days => ${days}) ${guardOf(table)}`
  const sets = limit.how === 'remove' ? [] : emptied(catalogue, shape, limit)
  const still =
    sets.length === 0
      ? sql``
      : sql`and (${join(
          sets.map(({ column, to }) => sql`t.${column} is distinct from ${to}`),
          ' or ',
        )})`
  const some = sql`(${join(shape.key.map((column) => named(column)))}) in (select ${key} from ${named(table)} t where ${due} ${still} limit ${BATCH} for update of t skip locked)`
  if (limit.how === 'remove')
    return sql`delete from ${named(table)} t where ${some} returning 1 as one ${bytes}`
  const stamps = (owner?.stamp ?? []).map(
    (column) => sql`${named(column)} = coalesce(t.${named(column)}, app_now())`,
  )
  const all = [...sets.map(({ column, to }) => sql`${column} = ${to}`), ...stamps]
  return sql`update ${named(table)} t set ${join(all)} where ${some} returning 1 as one ${bytes}`
}

/** An event that was not told yet is not thrown away, however old. */
const guardOf = (table: string): Sql => (table === 'outbox' ? sql`and t.relayed_at is not null` : sql``)

type Emptied = { readonly column: Sql; readonly to: Sql }

/** What the columns of a limit become. Keys, regions and moments stay: without them a row is no row. */
function emptied(catalogue: PrivacyCatalogue, shape: TableShape, { table, columns }: Limit): Emptied[] {
  const { blank: given = {}, bytes, stamp } = ownerOf(catalogue, table, [...names(shape)]) ?? {}
  return shape.columns.flatMap(({ name, type, nullable }): Emptied[] => {
    if (!columns.includes(name) || shape.key.includes(name) || name === bytes || stamp?.includes(name))
      return []
    const column = named(name)
    if (name in given) return [{ column, to: cast(given[name] ?? null, type) }]
    const kind = catalogue.tables[table]?.columns[name]?.class
    if (kind === 'internal' || kind === 'public') return []
    if (nullable) return [{ column, to: cast(null, type) }]
    const empty = type === 'uuid' ? NOBODY : type === 'bool' ? 'false' : type === 'text' ? '' : undefined
    return empty === undefined ? [] : [{ column, to: cast(empty, type) }]
  })
}

const cast = (value: string | null, type: string): Sql => sql`${value}::${named(type)}`
