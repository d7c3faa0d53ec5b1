import { COOLING_OFF_DAYS, COPY_DAYS, type Outcome, type RequestKind } from '@linli/contract/privacy/words'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'

const MOST_OPEN = 20
/** 15 working days are three calendar weeks; a public holiday shortens them for the office and never lengthens them for the person. */
const ANSWER_DAYS = 21

/** A request to the office where the person lives. Refuses `tooMany`. @param dueOn what was said to the person */
export const requestStatement = (
  region: number,
  personId: string,
  request: { id: string; kind: RequestKind; words: string; orderId: string | null; dueOn: string },
): Sql => sql`
  insert into data_requests (region_id, id, person_id, kind, order_id, path, words, asked_at, due_on)
  select ${region}::int, ${request.id}::uuid, ${personId}::uuid, ${request.kind}, ${request.orderId}::uuid,
    coalesce((select path from people where region_id = ${region} and id = ${personId}::uuid), '/'),
    case when (select count(*) from data_requests where region_id = ${region} and person_id = ${personId}::uuid and answered_at is null) < ${MOST_OPEN}
      then ${request.words} else refuse('tooMany')::text end, app_now(), ${request.dueOn}::date`

/** The day by which a request of now is to be answered, in the region's own calendar. */
export async function answerDay(db: Database, region: number): Promise<string> {
  const [row] = await db.read<{ day: string }>(
    systemScope(region),
    sql`select (app_now() at time zone 'Asia/Shanghai')::date + ${ANSWER_DAYS}::int as day`,
  )
  if (!row) throw new Error('the database has no time')
  return row.day
}

/** Whether the order is the person's own. */
export async function ownsOrder(
  db: Database,
  scope: Scope,
  personId: string,
  orderId: string,
): Promise<boolean> {
  const rows = await db.read(
    scope,
    sql`select 1 from orders where region_id = ${scope.region} and id = ${orderId}::uuid and ${personId}::uuid in (requester_id, beneficiary_id, placed_by)`,
  )
  return rows.length > 0
}

export async function requestById(
  db: Database,
  scope: Scope,
  id: string,
): Promise<{ path: string; personId: string } | undefined> {
  const [row] = await db.read<{ path: string; personId: string }>(
    scope,
    sql`select path, person_id as "personId" from data_requests where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row
}

/** Refuses `answered` when somebody was quicker. */
export const answerStatement = (
  region: number,
  id: string,
  by: string,
  { outcome, answer }: { outcome: Outcome; answer: string },
): Sql => sql`
  with done as (update data_requests set answered_at = app_now(), answered_by = ${by}::uuid, outcome = ${outcome}, answer = ${answer}
    where region_id = ${region} and id = ${id}::uuid and answered_at is null and erased_at is null returning 1)
  select refuse('answered') where not exists (select from done)`

/** Asks for a copy; violates `data_exports_waiting` while one is being made. */
export const copyStatement = (region: number, personId: string, id: string): Sql =>
  sql`insert into data_exports (region_id, id, person_id, asked_at) values (${region}, ${id}::uuid, ${personId}::uuid, app_now())`

/** One copy that waits, held until the end of the transaction, so that two instances never make the same one. */
export async function takeWaitingCopy(
  tx: Tx,
  region: number,
): Promise<{ id: string; personId: string } | undefined> {
  const [row] = await tx.query<{ id: string; personId: string }>(sql`
    select id, person_id as "personId" from data_exports where region_id = ${region} and ready_at is null order by asked_at limit 1 for update skip locked`)
  return row
}

export const copyReadyStatement = (region: number, id: string, storageKey: string, bytes: number): Sql => sql`
  update data_exports set ready_at = app_now(), storage_key = ${storageKey}, bytes = ${bytes}, expires_at = app_now() + make_interval(days => ${COPY_DAYS})
  where region_id = ${region} and id = ${id}::uuid`

export type CopyRow = { storageKey: string | null; isOver: boolean }

/** One's own copy, wherever one's grants are. */
export async function copyById(
  db: Database,
  scope: Scope,
  personId: string,
  id: string,
): Promise<CopyRow | undefined> {
  const [row] = await db.read<CopyRow>(
    scope,
    sql`select storage_key as "storageKey", coalesce(expires_at <= app_now(), false) as "isOver" from data_exports
      where region_id = ${scope.region} and id = ${id}::uuid and person_id = ${personId}::uuid`,
  )
  return row
}

/** Asks to be erased after the cooling-off; violates `erasures_one` when that is asked already. Refuses `holdsPost`. */
export const erasureStatement = (
  region: number,
  { personId, accountId }: Pick<Actor, 'personId' | 'accountId'>,
  id: string,
): Sql => sql`
  insert into erasures (region_id, id, person_id, asked_at, due_at)
  select ${region}::int, case when exists (select from posts where region_id = ${region} and person_id = ${personId}::uuid
      and (to_on is null or to_on > (app_now() at time zone 'Asia/Shanghai')::date)) or exists (select from grants where region_id = ${region}
      and account_id = ${accountId}::uuid and role <> 'helper' and (to_at is null or to_at > app_now())) then refuse('holdsPost')::text::uuid else ${id}::uuid end,
    ${personId}::uuid, app_now(), app_now() + make_interval(days => ${COOLING_OFF_DAYS})`

/** Refuses `noErasure` when nothing waits. */
export const cancelErasureStatement = (region: number, personId: string): Sql => sql`
  with taken as (update erasures set cancelled_at = app_now()
    where region_id = ${region} and person_id = ${personId}::uuid and cancelled_at is null and erased_at is null returning 1)
  select refuse('noErasure') where not exists (select from taken)`

/** Whose seven days are over, and who is erased but for an order that was open then. */
export const dueErasures = (
  db: Database,
  region: number,
): Promise<{ id: string; personId: string; accountId: string | null }[]> =>
  db.read(
    systemScope(region),
    sql`select e.id, e.person_id as "personId", p.account_id as "accountId" from erasures e
      left join people p on p.region_id = e.region_id and p.id = e.person_id
      where e.region_id = ${region} and e.cancelled_at is null and e.finished_at is null and e.due_at <= app_now() order by e.due_at, e.id limit 200`,
  )

/** Notes an erasure; finished once no open order needs the person's words. */
export const erasedStatement = (region: number, personId: string): Sql => sql`
  update erasures set erased_at = coalesce(erased_at, app_now()),
    finished_at = case when exists (select from orders where region_id = ${region} and ${personId}::uuid in (requester_id, beneficiary_id) and closed_at is null)
      then null else coalesce(finished_at, app_now()) end
  where region_id = ${region} and person_id = ${personId}::uuid and cancelled_at is null`

/** The same for one who stands on the list of erasures and not in this database: a backup from before. */
export const listedErasureStatement = (region: number, personId: string, at: string): Sql => sql`
  insert into erasures (region_id, id, person_id, asked_at, due_at, erased_at)
  select ${region}::int, ${newId()}::uuid, ${personId}::uuid, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
  where not exists (select from erasures where region_id = ${region} and person_id = ${personId}::uuid and cancelled_at is null)`
