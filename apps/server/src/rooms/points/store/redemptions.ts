import type { RedemptionState } from '@linli/contract/points/words'
import sql, { empty, type Sql } from 'sql-template-tag'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'
import { entryStatement, startOf } from './ledger.ts'

/**
 * The statements of a redemption. Locks are taken in one order everywhere: the redemption, its person's account, the
 * reward, the merchant's account.
 */

/** A command's scope for the ledger: one side of a redemption is never the asker's own to see. */
export const ledgerScope = (scope: Scope): Scope => ({ ...scope, system: true })

export const codeContext = (region: number): string => `redemptions.code:${region}`
const codeText = (region: number, code: string): string => `redemption:${region}:${code}`
/** The keyed index a code is kept under. */
export const codeIndex = (crypto: CryptoProvider, region: number, code: string): Buffer =>
  crypto.lookUp(codeText(region, code))
/** What a merchant's digits are found by: the index by every key in use. */
export const codeIndexes = (crypto: CryptoProvider, region: number, code: string): Buffer[] =>
  crypto.lookUps(codeText(region, code))

/** Something that is on the shelf now. `r` is the reward. */
export const OFFERED = sql`r.from_at <= app_now() and (r.to_at is null or r.to_at > app_now())`

/** Opens the account of a reward's merchant with the area that pays, where it is missing. */
export const openMerchant = (region: number, rewardId: string): Sql => sql`
  insert into point_accounts (region_id, id, kind, unit_id, community, opened_at)
  select region_id, ${newId()}::uuid, 'merchant', unit_id, area, app_now() from rewards
  where region_id = ${region} and id = ${rewardId}::uuid on conflict do nothing`

/** A person's account, held until the end: whatever they spend at once is counted one after the other. */
export const lockSpender = (region: number, personId: string): Sql => sql`
  with mine as (select 1 from point_accounts where region_id = ${region} and person_id = ${personId}::uuid for update)
  select refuse('tooFewPoints') where not exists (select from mine)`

export type Asked = {
  readonly id: string
  readonly rewardId: string
  readonly personId: string
  readonly quantity: number
  /** Of all pieces, as the person saw it. */
  readonly points: number
}

/** Takes the pieces off the shelf, at the price the person saw: one conditional UPDATE. Refuses notOffered, termsChanged, soldOut. */
export const takePieces = (region: number, { rewardId, personId, quantity, points }: Asked): Sql => sql`
  with taken as (
    update rewards r set stock = r.stock - ${quantity}::bigint from point_accounts a
    where r.region_id = ${region} and r.id = ${rewardId}::uuid and ${OFFERED} and r.points * ${quantity}::bigint = ${points}::bigint
      and (r.stock is null or r.stock >= ${quantity}::bigint)
      and a.region_id = r.region_id and a.person_id = ${personId}::uuid and starts_with(a.community, r.area)
    returning 1)
  select refuse(case when r.id is null then 'notOffered' when r.points * ${quantity}::bigint <> ${points}::bigint then 'termsChanged' else 'soldOut' end)
  from (values (1)) as one left join point_accounts a on a.region_id = ${region} and a.person_id = ${personId}::uuid
    left join rewards r on r.region_id = ${region} and r.id = ${rewardId}::uuid and ${OFFERED} and starts_with(a.community, r.area)
  where not exists (select from taken)`

/** What a person redeemed of a reward this month and did not leave or give back. `r` is the reward. */
export const redeemedThisMonth = (region: number, personId: string): Sql => sql`
  (select coalesce(sum(d.quantity), 0)::bigint from redemptions d where d.region_id = ${region} and d.person_id = ${personId}::uuid
    and d.reward_id = r.id and d.state in ('held', 'collected') and d.held_at >= ${startOf('month')})`

/** Refuses monthlyLimit, tooFewPoints, belowBase; exact, because the person's account is held. */
export const checkLimits = (region: number, { rewardId, personId, quantity, points }: Asked): Sql => sql`
  select refuse(case when r.monthly_limit < ${quantity}::bigint + ${redeemedThisMonth(region, personId)} then 'monthlyLimit'
    when a.balance - a.held < ${points}::bigint then 'tooFewPoints' else 'belowBase' end)
  from rewards r join point_accounts a on a.region_id = r.region_id and a.person_id = ${personId}::uuid
  where r.region_id = ${region} and r.id = ${rewardId}::uuid
    and (r.monthly_limit < ${quantity}::bigint + ${redeemedThisMonth(region, personId)} or a.balance - a.held - ${points}::bigint < r.base)`

export type Hold = Asked & {
  readonly number: string
  readonly cipher: string
  readonly index: Buffer
  readonly holdHours: number
  /** So many hours before the end of the hold. */
  readonly remindHours: number
}

/** The redemption itself, at the terms of this moment. */
export const insertRedemption = (region: number, hold: Hold): Sql => sql`
  insert into redemptions (region_id, id, number, reward_id, person_id, unit_id, area, quantity, points, fen, state, code_cipher, code_hmac, held_at, remind_at, collect_before)
  select region_id, ${hold.id}::uuid, ${hold.number}, id, ${hold.personId}::uuid, unit_id, area, ${hold.quantity}::int, ${hold.points}::bigint,
    fen * ${hold.quantity}::bigint, 'held', ${hold.cipher}, ${hold.index}::bytea, app_now(),
    app_now() + make_interval(hours => ${hold.holdHours - hold.remindHours}), app_now() + make_interval(hours => ${hold.holdHours})
  from rewards where region_id = ${region} and id = ${hold.rewardId}::uuid
  returning collect_before as "collectBefore"`

/** What the person is answered and a repeat of the command again: its end is the database's time, in the API's form. */
export const heldAnswer = (region: number, id: string): Sql => sql`
  (select jsonb_build_object('id', id, 'number', number, 'points', points,
    'collectBefore', to_char(collect_before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from redemptions where region_id = ${region} and id = ${id}::uuid)`

/** The person's points are held, and promised to the merchant. */
export const holdPoints = (region: number, { id, rewardId, personId, points }: Asked): Sql =>
  entryStatement(region, {
    id: newId(),
    phase: 'pending',
    kind: 'redeem',
    debitAccount: sql`(select id from point_accounts where region_id = ${region} and person_id = ${personId}::uuid)`,
    creditAccount: sql`(select a.id from point_accounts a join rewards r on r.region_id = a.region_id and r.unit_id = a.unit_id and r.area = a.community
      where r.region_id = ${region} and r.id = ${rewardId}::uuid and a.kind = 'merchant')`,
    amount: points,
    redemptionId: id,
  })

/** Ends the waiting: one conditional UPDATE, so that of all who would end it at once one does. The code goes with it. Refuses notHeld. */
export const endHold = (
  region: number,
  id: string,
  state: Exclude<RedemptionState, 'held' | 'refunded'>,
  by?: string,
): Sql => sql`
  with ended as (
    update redemptions set state = ${state}, code_cipher = null, code_hmac = null,
      ${state === 'collected' ? sql`collected_at = app_now(), collected_by = ${by}::uuid` : sql`ended_at = app_now()`}
    where region_id = ${region} and id = ${id}::uuid and state = 'held'
      ${state === 'expired' ? sql`and collect_before <= app_now()` : sql`and collect_before > app_now()`} returning 1)
  select refuse('notHeld') where not exists (select from ended)`

/** The entry of a redemption in a phase. */
const entryOf = (region: number, id: string, phase: 'pending' | 'posted', column: Sql): Sql =>
  sql`(select ${column} from point_entries where region_id = ${region} and redemption_id = ${id}::uuid and kind = 'redeem' and phase = ${phase})`

export const lockSpenderOf = (region: number, id: string): Sql => sql`
  select 1 from point_accounts where region_id = ${region} and id = ${entryOf(region, id, 'pending', sql`debit_account`)} for update`

/** The pieces go back to the shelf. */
export const restock = (region: number, id: string): Sql => sql`
  update rewards r set stock = r.stock + d.quantity from redemptions d
  where d.region_id = ${region} and d.id = ${id}::uuid and r.region_id = d.region_id and r.id = d.reward_id and r.stock is not null`

/** What was held is posted to the merchant, or falls back to the person. */
export const settleHold = (
  region: number,
  { id, points }: { id: string; points: number },
  phase: 'posted' | 'voided',
  byPerson?: string,
): Sql =>
  entryStatement(region, {
    id: newId(),
    phase,
    kind: 'redeem',
    debitAccount: entryOf(region, id, 'pending', sql`debit_account`),
    creditAccount: entryOf(region, id, 'pending', sql`credit_account`),
    amount: points,
    redemptionId: id,
    settles: entryOf(region, id, 'pending', sql`id`),
    ...(byPerson ? { byPerson } : {}),
  })

/** 退回 by a new entry: the merchant gives the points back, and the entry names the one it gives back; why stands with the redemption. */
export const refundEntry = (
  region: number,
  { id, points }: { id: string; points: number },
  byPerson: string,
): Sql =>
  entryStatement(region, {
    id: newId(),
    phase: 'posted',
    kind: 'refund',
    debitAccount: entryOf(region, id, 'posted', sql`credit_account`),
    creditAccount: entryOf(region, id, 'posted', sql`debit_account`),
    amount: points,
    redemptionId: id,
    corrects: entryOf(region, id, 'posted', sql`id`),
    byPerson,
  })

/** One conditional UPDATE; refuses notCollected. */
export const markRefunded = (region: number, id: string, reason: string): Sql => sql`
  with ended as (
    update redemptions set state = 'refunded', ended_at = app_now(), reason = ${reason}
    where region_id = ${region} and id = ${id}::uuid and state = 'collected' returning 1)
  select refuse('notCollected') where not exists (select from ended)`

export type Waiting = {
  id: string
  number: string
  points: number
  personId: string
  unitId: string
  area: string
}

const waitingBy = (region: number, condition: Sql, tail: Sql = empty): Sql => sql`
  select id, number, points, person_id as "personId", unit_id as "unitId", area from redemptions
  where region_id = ${region} and ${condition} ${tail}`

export const redemptionById = (region: number, id: string): Sql => waitingBy(region, sql`id = ${id}::uuid`)
export const redemptionByCode = (region: number, indexes: readonly Buffer[]): Sql =>
  waitingBy(region, sql`state = 'held' and code_hmac = any(${[...indexes]}::bytea[])`)
/** One whose time is over and that nobody else is ending, taken. */
export const takeExpired = (region: number): Sql =>
  waitingBy(
    region,
    sql`state = 'held' and collect_before <= app_now()`,
    sql`order by collect_before limit 1 for update skip locked`,
  )
/** Those whose person is to be reminded, taken and marked at once. */
export const markReminded = (region: number): Sql => sql`
  update redemptions set reminded_at = app_now()
  where region_id = ${region} and id = any(array(
    select id from redemptions where region_id = ${region} and state = 'held' and reminded_at is null
      and remind_at <= app_now() and collect_before > app_now()
    order by remind_at limit 100 for update skip locked))
  returning id, number, points, person_id as "personId"`
