import type { ContactEvery } from '@linli/contract/people/pairingWords'
import sql, { empty, type Sql } from 'sql-template-tag'
import type { Database, Row, Tx } from '../../../../kernel/db/database.ts'
import type { Scope } from '../../../../kernel/db/scope.ts'
import { fullName } from '../../../places/index.ts'

export type Outcome = { wanted: number; left: number; takers: number; leastLoad: number; mostLoad: number }
export type PlanRow = Row & {
  id: string
  rule: string
  path: string
  areaName: string
  state: 'planning' | 'proposed' | 'accepted' | 'dropped'
  progress: number
  failed: boolean
  version: number
  openedAt: string
  outcome: Outcome | null
  every: ContactEvery | null
}
const COLUMNS = sql`p.id, p.rule, p.path, coalesce(nullif(${fullName('p.region_id', 'p.path')}, ''), '') as "areaName", p.state, p.progress,
  p.failed, p.version, p.opened_at as "openedAt", p.outcome, p.every`

export async function planById(db: Database, scope: Scope, id: string): Promise<PlanRow | undefined> {
  const [row] = await db.read<PlanRow>(
    scope,
    sql`select ${COLUMNS} from pairing_plans p where p.region_id = ${scope.region} and p.id = ${id}::uuid`,
  )
  return row
}
export const plansAt = (
  db: Database,
  scope: Scope,
  path: string,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<PlanRow[]> =>
  db.read(
    scope,
    sql`select ${COLUMNS} from pairing_plans p where p.region_id = ${scope.region} and p.path = ${path}
      ${after ? sql`and (p.opened_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
      order by p.opened_at desc, p.id desc limit ${limit}`,
  )

export const openStatement = (
  region: number,
  { id, rule, path, every }: { id: string; rule: string; path: string; every?: ContactEvery | undefined },
  by: string,
): Sql => sql`
  insert into pairing_plans (region_id, id, rule, path, state, every, opened_by, opened_at)
  values (${region}, ${id}, ${rule}, ${path}, 'planning', ${every ?? null}, ${by}, app_now())`

/** A person's yes or no to what they saw: one conditional UPDATE. Refuses pairingMoved. */
export const decideStatement = (
  region: number,
  id: string,
  version: number,
  to: 'accepted' | 'dropped',
  by: string,
): Sql => sql`
  with moved as (
    update pairing_plans set state = ${to}, version = version + 1, decided_by = ${by}::uuid, decided_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and state = 'proposed' and not failed returning 1)
  select refuse('pairingMoved') where not exists (select from moved)`

/** The plan that a pair is of. */
export async function planOfPair(
  db: Database,
  scope: Scope,
  id: string,
): Promise<Pick<PlanRow, 'path' | 'rule'> | undefined> {
  const [row] = await db.read<{ path: string; rule: string }>(
    scope,
    sql`select p.path, p.rule from pairings m join pairing_plans p on p.region_id = m.region_id and p.id = m.plan_id
      where m.region_id = ${scope.region} and m.id = ${id}::uuid`,
  )
  return row
}
export async function takePlanning(
  tx: Tx,
  region: number,
): Promise<Pick<PlanRow, 'id' | 'rule' | 'path'> | undefined> {
  const waiting = await tx.query<{ id: string; rule: string; path: string }>(
    sql`select id, rule, path from pairing_plans where region_id = ${region} and state = 'planning' order by id limit 10`,
  )
  for (const plan of waiting) {
    const [lock] = await tx.query<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${plan.id}, 0)) as mine`,
    )
    if (!lock?.mine) continue
    const [still] = await tx.query(
      sql`select 1 from pairing_plans where region_id = ${region} and id = ${plan.id}::uuid and state = 'planning'`,
    )
    if (still) return plan
  }
  return undefined
}
/** @param outcome null: the calculation came to no end */
export const proposedStatement = (region: number, id: string, outcome: Outcome | null): Sql => sql`
  update pairing_plans set state = 'proposed', progress = 100, version = version + 1, proposed_at = app_now(),
    outcome = ${outcome === null ? null : JSON.stringify(outcome)}::jsonb, failed = ${outcome === null}
  where region_id = ${region} and id = ${id}::uuid and state = 'planning'`
