import type { BodyOf } from '@linli/contract'
import type { agreementEndpoints } from '@linli/contract/partners/endpoints'
import type { Side } from '@linli/contract/partners/words'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'
import { TODAY } from '../store/checkIns.ts'

type Proposal = BodyOf<typeof agreementEndpoints.proposeAgreement>

export type AgreementRow = Row & {
  id: string
  unitId: string
  path: string
  proposedSide: Side
  proposedBy: string
}
export async function agreementById(
  db: Database,
  scope: Scope,
  id: string,
): Promise<AgreementRow | undefined> {
  const [row] = await db.read<AgreementRow>(
    scope,
    sql`select id, unit_id as "unitId", path, proposed_side as "proposedSide", proposed_by as "proposedBy" from agreements
      where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row
}

export const agreementStatement = (me: Actor, side: Side, body: Proposal): Sql => sql`
  insert into agreements (region_id, id, unit_id, path, title, from_on, to_on, state, is_public, proposed_side, proposed_by, proposed_at, version)
  values (${me.region}, ${body.id}, ${body.unitId}, ${body.path}, ${body.title}, ${body.fromOn}, ${body.toOn}, 'proposed', ${body.isPublic},
    ${side}, ${me.personId}, app_now(), 1)`

/** The proposer looks after their own side's promises; the other side's find their owner when it signs. */
export const promisesStatement = (me: Actor, side: Side, body: Proposal): Sql => sql`
  insert into agreement_promises (region_id, id, agreement_id, kind, side, owner_id, words, due_on, fen, state)
  select ${me.region}::int, p.id, ${body.id}::uuid, p.kind, p.side, case when p.side = ${side} then ${me.personId}::uuid end, p.words, p."dueOn", p.fen, 'open'
  from jsonb_to_recordset(${JSON.stringify(body.promises)}::jsonb) as p (id uuid, kind text, side text, words text, "dueOn" date, fen bigint)`

/** Signed or declined by the other side, once, in the version they read. Refuses agreementMoved. */
export const answerStatement = (
  me: Actor,
  id: string,
  { side, version, signs }: { readonly side: Side; readonly version: number; readonly signs: boolean },
): Sql => sql`
  with answered as (
    update agreements set state = ${signs ? 'signed' : 'declined'}, answered_by = ${me.personId}::uuid, answered_at = app_now(), version = version + 1
    where region_id = ${me.region} and id = ${id}::uuid and state = 'proposed' and version = ${version} and proposed_side <> ${side} returning id),
  owned as (
    update agreement_promises set owner_id = ${me.personId}::uuid
    where region_id = ${me.region} and agreement_id = (select id from answered) and side = ${side} returning 1)
  select refuse('agreementMoved') where not exists (select from answered)`

/** Refuses agreementMoved. */
export const endStatement = (region: number, id: string, version: number): Sql => sql`
  with ended as (
    update agreements set state = 'ended', ended_at = app_now(), version = version + 1
    where region_id = ${region} and id = ${id}::uuid and state = 'signed' and version = ${version} returning 1)
  select refuse('agreementMoved') where not exists (select from ended)`

export type PromiseRow = Row & {
  id: string
  agreementId: string
  kind: 'task' | 'funds'
  side: Side
  ownerId: string | null
  unitId: string
  path: string
  signed: boolean
}
export async function promiseById(db: Database, scope: Scope, id: string): Promise<PromiseRow | undefined> {
  const [row] = await db.read<PromiseRow>(
    scope,
    sql`select p.id, p.agreement_id as "agreementId", p.kind, p.side, p.owner_id as "ownerId", a.unit_id as "unitId", a.path, a.state = 'signed' as signed
      from agreement_promises p join agreements a on a.region_id = p.region_id and a.id = p.agreement_id
      where p.region_id = ${scope.region} and p.id = ${id}::uuid`,
  )
  return row
}

/** A task as its own side reports it. Refuses promiseMoved. */
export const reportStatement = (me: Actor, id: string): Sql => sql`
  with reported as (
    update agreement_promises set state = 'reported', reported_by = ${me.personId}::uuid, reported_at = app_now()
    where region_id = ${me.region} and id = ${id}::uuid and state = 'open' and kind = 'task' returning 1)
  select refuse('promiseMoved') where not exists (select from reported)`

/** Kept, or open again: the word of the other side. Refuses promiseMoved. */
export const confirmStatement = (me: Actor, id: string, kept: boolean): Sql => sql`
  with confirmed as (
    update agreement_promises set state = ${kept ? 'kept' : 'open'}, kept_by = case when ${kept}::boolean then ${me.personId}::uuid end,
      kept_at = case when ${kept}::boolean then app_now() end
    where region_id = ${me.region} and id = ${id}::uuid and state = 'reported' returning 1)
  select refuse('promiseMoved') where not exists (select from confirmed)`

/** An order that the person can see does it: found under their own net. Refuses orderUnknown, promiseMoved. */
export const linkStatement = (region: number, id: string, number: string): Sql => sql`
  with found as (select id from orders where region_id = ${region} and number = ${number}),
  linked as (
    update agreement_promises set order_id = (select id from found)
    where region_id = ${region} and id = ${id}::uuid and kind = 'task' and state <> 'kept' and exists (select from found) returning 1)
  select refuse(case when not exists (select from found) then 'orderUnknown' else 'promiseMoved' end) where not exists (select from linked)`

/** Funds that came, added once; the promise is kept when all of it has come. Refuses promiseMoved. */
export const paymentStatement = (
  me: Actor,
  promiseId: string,
  { id, fen, paidOn }: { readonly id: string; readonly fen: number; readonly paidOn: string },
): Sql => sql`
  with paid as (
    update agreement_promises set paid_fen = paid_fen + ${fen}::bigint,
      state = case when paid_fen + ${fen}::bigint >= fen then 'kept' else state end,
      kept_by = case when paid_fen + ${fen}::bigint >= fen then ${me.personId}::uuid else kept_by end,
      kept_at = case when paid_fen + ${fen}::bigint >= fen then coalesce(kept_at, app_now()) else kept_at end
    where region_id = ${me.region} and id = ${promiseId}::uuid and kind = 'funds' returning id),
  written as (
    insert into agreement_payments (region_id, id, promise_id, fen, paid_on, recorded_by, at)
    select ${me.region}::int, ${id}::uuid, id, ${fen}::bigint, ${paidOn}::date, ${me.personId}::uuid, app_now() from paid returning 1)
  select refuse('promiseMoved') where not exists (select from written)`

/** What an order was to do is done when the neighbour says that it is solved. Safe to repeat. */
export async function keepByOrders(db: Database, region: number, orderIds: readonly string[]): Promise<void> {
  await db.commit(systemScope(region), [
    sql`update agreement_promises p set state = 'kept', kept_at = app_now()
      from orders o where p.region_id = ${region} and p.order_id = any (${[...orderIds]}::uuid[]) and p.order_id is not null and p.state <> 'kept'
        and o.region_id = p.region_id and o.id = p.order_id and o.state in ('closed', 'archived') and o.result = 'solved'`,
  ])
}

/** Tells owners, once each, of promises that fall due within so many days; one commit. */
export async function remindPromises(db: Database, region: number, days: number): Promise<void> {
  await db.commit(systemScope(region), [
    sql`
    with due as (
      update agreement_promises p set reminded_at = app_now()
      from agreements a where p.region_id = ${region} and p.state = 'open' and p.reminded_at is null and p.due_on <= ${TODAY} + ${days}::int
        and a.region_id = p.region_id and a.id = p.agreement_id and a.state = 'signed' and p.owner_id is not null
      returning p.owner_id)
    insert into outbox (region_id, id, topic, payload, at)
    select ${region}::int, ${newId()}::uuid, 'partners.promiseDue.1', jsonb_build_object('people', jsonb_agg(distinct owner_id)), app_now()
    from due having count(*) > 0`,
  ])
}
