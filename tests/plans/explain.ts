import type pg from 'pg'
import type { Heard } from './heard.ts'

/** Tables that stay small however long a place lives: they may be read whole. All others count as big. */
const SMALL = [
  'area_redraws',
  'area_successions',
  'grid_plans',
  'ground_counted',
  'pairing_plans',
  'party_bodies',
  'migrations',
  'regions',
  'units',
  'teams',
  'team_allies',
  'policy_versions',
  'register_imports',
  'area_aliases',
  'register_runs',
  'order_number_blocks',
  'point_proofs',
  'rewards',
  'stations',
  'merchants',
  'merchant_notices',
  'bookables',
  'lendables',
  'area_outlines',
  'campaigns',
  'visit_forms',
  'course_files',
  'courses',
  'course_sessions',
  'campaign_terms',
  'campaign_companies',
  'rosters',
  'document_numbers',
  'document_templates',
  'agreements',
  'agreement_promises',
  'menu_items',
  'ledger_minutes',
  'api_keys',
  'upstream_senders',
  'suggestion_models',
  'suggestion_terms',
]

/** Statements that read everything because that is their task, by words of theirs, with the reason. */
const WHOLE = [
  {
    table: 'audit_seals',
    words: 'from audit_seals where region_id = $1 order by number',
    why: 'verifies the whole chain',
  },
  { table: 'point_entries', words: 'with sides as', why: 'proves the ledger from all its entries' },
  { table: 'point_accounts', words: 'with sides as', why: 'proves the ledger against all its accounts' },
  {
    table: 'areas',
    words: 'hashtextextended(',
    why: 'whether any name of the region changed: asked every two seconds while somebody searches',
  },
  {
    table: 'areas',
    words: "level <> 'region' order by length(path)",
    why: 'the names of the region are read once and kept in the process',
  },
  { table: 'areas', words: 'order by length(path), path', why: 'a register file is compared with all areas' },
  {
    table: 'households',
    words: 'from households where region_id = $1 and closed_at is null group by path',
    why: 'the job that counts the ground counts every home, at most every ten seconds, in no request',
  },
  {
    table: 'households',
    words: 'as key, count(distinct h.id)::int as held',
    why: 'the same job looks at every home that somebody looks after',
  },
  {
    table: 'helpers',
    words: 'group by skills, home_entry',
    why: 'counts who serves an area, which most of its helpers do',
  },
  {
    table: 'orders',
    words: 'as value, count(*)::int as count from orders o where',
    why: "the printed totals of a ledger are exact, and a whole region's are of all its orders: asked apart, after the rows are there",
  },
  {
    table: 'orders',
    words: 'select count(*)::int as count from orders o where',
    why: 'an export writes every row it counts',
  },
  {
    table: 'outbox',
    words: 'delete from outbox',
    why: 'once an hour; an index would cost every relaying',
  },
] as const

/** Schemas that are not the house's. */
const OTHERS = ['graphile_worker', 'pg_catalog']
/**
 * A county holds some twenty times the pages that the test fills. What is read in a row costs so much more there, what is
 * looked up by an index hardly more: the planner is told by the price of a page, since it counts the pages itself.
 */
const AT_SIZE = 'set local seq_page_cost = 20'

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Schema?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Parent Relationship'?: string
  readonly Plans?: readonly Node[]
}
export type Explained = { readonly how: 'its values' | 'any values'; readonly plan: Node }

/**
 * The plans PostgreSQL makes for a statement in its own scope: for the values it came with, and, where the server can
 * (16 or newer), for any values, as a prepared statement comes to be planned. Nothing is run.
 */
export async function explain({ pool, opening, text, values }: Heard): Promise<Explained[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    if (opening) await client.query(opening.text, [...opening.values])
    await client.query(AT_SIZE)
    const own = await planOf(client, `explain (format json, verbose) ${text}`, [...values])
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    const custom = opening?.values.includes('force_custom_plan') ?? false
    const generic =
      (rows[0]?.version ?? 0) >= 160000 && values.length > 0 && !custom
        ? await planOf(client, `explain (generic_plan, format json, verbose) ${text}`)
        : undefined
    return [
      { how: 'its values', plan: own },
      ...(generic ? [{ how: 'any values', plan: generic } as const] : []),
    ]
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function planOf(client: pg.PoolClient, text: string, values?: unknown[]): Promise<Node> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(text, values)
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  if (!plan) throw new Error(`no plan for ${text}`)
  return plan
}

/** The indexes that hold but a part of their table: walking one is no reading of the whole. */
export async function partialIndexes(admin: pg.Client): Promise<Set<string>> {
  const { rows } = await admin.query<{ name: string }>(
    `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where i.indpred is not null`,
  )
  return new Set(rows.map(({ name }) => name))
}

/** A condition of an index that names nothing but the region. */
const REGION_ALONE = /^\((\w+\.)?region_id = ([^()]|\([^()]*\))+\)$/
const isIndex = (type: string): boolean => /^(Index|Bitmap Index)/.test(type)
/** Nodes that want all of what is below them, whatever is wanted of themselves. */
const WANTS_ALL = /^(Sort|Hash|Aggregate|WindowAgg|Bitmap|CTE|ModifyTable|LockRows)/

/**
 * The big tables that a plan reads from end to end: row by row, or along an index of which it asks the region alone. A
 * walk that ends with a page's last row (`ends`) is none.
 */
export function wholeReads(node: Node, partial: ReadonlySet<string>, above?: string, ends = false): string[] {
  const type = node['Node Type']
  const table = node['Relation Name'] ?? above // a bitmap's index says no table
  const condition = node['Index Cond']
  const isOurs = table !== undefined && !SMALL.includes(table) && !OTHERS.includes(node.Schema ?? '')
  const isWalk =
    isIndex(type) &&
    !ends &&
    !partial.has(node['Index Name'] ?? '') &&
    (condition === undefined || REGION_ALONE.test(condition))
  const below = type === 'Limit' || (ends && !WANTS_ALL.test(type))
  return [
    ...(isOurs && (type === 'Seq Scan' || isWalk) ? [table] : []),
    ...(node.Plans ?? []).flatMap((plan) =>
      wholeReads(plan, partial, table, below && !(plan['Parent Relationship'] ?? '').endsWith('Plan')),
    ),
  ]
}

/** One line a fault: which view's statement reads which table whole. */
export async function faultsOf(heard: Heard, partial: ReadonlySet<string>): Promise<string[]> {
  const plans = await explain(heard)
  const allowed = WHOLE.filter(({ words }) => heard.text.includes(words)).map(({ table }) => table)
  const said = `${heard.from}, driven by ${heard.driven}: ${heard.text.replace(/\s+/g, ' ').trim().slice(0, 300)}`
  const faults = plans.flatMap(({ how, plan }) =>
    wholeReads(plan, partial)
      .filter((table) => !allowed.some((one) => one === table))
      .map((table) => `reads all of ${table} (${how}) at ${said}`),
  )
  return [...new Set(faults)]
}
