import type {
  MyRedemption,
  MyRedemptionsQuery,
  RedemptionsQuery,
  RedemptionView,
} from '@linli/contract/points/redemptionShapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, covers, scopeOf } from '../../../kernel/auth/actor.ts'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { codeUnknown } from '../errors.ts'
import { merchantsOf } from '../policy.ts'
import { codeContext, codeIndexes } from '../store/redemptions.ts'
import { PAGE, pageOf, visibleTo } from './sql.ts'

const FIELDS = sql`d.id, d.number, json_build_object('id', r.id, 'kind', r.kind, 'name', r.name) as reward,
  json_build_object('id', u.id, 'name', u.name) as merchant, d.quantity, d.points, d.state, d.held_at as "heldAt",
  d.collect_before as "collectBefore", d.collected_at as "collectedAt", d.ended_at as "endedAt", d.reason`
const FROM = sql`from redemptions d join rewards r on r.region_id = d.region_id and r.id = d.reward_id
  join units u on u.region_id = d.region_id and u.id = d.unit_id`
const newestAfter = (region: number, after: string | undefined): Sql =>
  after
    ? sql`and (d.held_at, d.id) < (select held_at, id from redemptions where region_id = ${region} and id = ${after}::uuid)`
    : empty

type Mine = Omit<MyRedemption, 'code'> & { cipher: string | null }

/** A person's own redemptions, newest first; the pick-up code stands with those that wait. */
export async function myRedemptions(
  { db, crypto }: { db: Database; crypto: CryptoProvider },
  me: Actor,
  { limit = PAGE, after, state }: MyRedemptionsQuery,
) {
  const { region } = me
  const rows = await db.read<Row & Mine>(
    scopeOf(me),
    sql`
    select ${FIELDS}, d.code_cipher as cipher, d.state = 'held' and d.collect_before > app_now() as "mayCancel" ${FROM}
    where d.region_id = ${region} and d.person_id = ${me.personId}::uuid ${state ? sql`and d.state = ${state}` : empty} ${newestAfter(region, after)}
    order by d.held_at desc, d.id desc limit ${limit + 1}`,
  )
  return pageOf(
    rows.map(({ cipher, ...row }) => ({
      ...row,
      code: cipher === null ? null : crypto.decryptField(cipher, codeContext(region)),
    })),
    limit,
  )
}

const seenFields = sql`${FIELDS}, p.name, d.area, d.fen`
const seenFrom = sql`${FROM} left join people p on p.region_id = d.region_id and p.id = d.person_id`
type Seen = Row & Omit<RedemptionView, 'mayRefund'>

const seenBy = (me: Actor, row: Seen) => ({
  ...row,
  name: maskName(row.name),
  mayRefund: row.state === 'collected' && covers(me, 'regionAdmin', row.area),
})

/** The redemptions of the reader's areas or of the reader's unit, newest first; names are masked. */
export async function listRedemptions(db: Database, me: Actor, query: RedemptionsQuery) {
  const { limit = PAGE, after, state, unit, reward, from, to } = query
  const { region } = me
  const rows = await db.read<Seen>(
    scopeOf(me),
    sql`
    select ${seenFields} ${seenFrom} where d.region_id = ${region} and ${visibleTo(me, 'd')}
      ${state ? sql`and d.state = ${state}` : empty} ${unit ? sql`and d.unit_id = ${unit}::uuid` : empty}
      ${reward ? sql`and d.reward_id = ${reward}::uuid` : empty}
      ${from ? sql`and d.collected_at >= ${from}::timestamp at time zone 'Asia/Shanghai'` : empty}
      ${to ? sql`and d.collected_at < (${to}::timestamp + interval '1 day') at time zone 'Asia/Shanghai'` : empty} ${newestAfter(region, after)}
    order by d.held_at desc, d.id desc limit ${limit + 1}`,
  )
  return pageOf(
    rows.map((row) => seenBy(me, row)),
    limit,
  )
}

/** What a code stands for, before the merchant confirms: only at the merchant's own counter. @throws codeUnknown */
export async function redemptionOfCode(
  { db, crypto }: { db: Database; crypto: CryptoProvider },
  me: Actor,
  code: string,
): Promise<RedemptionView> {
  const { region } = me
  const [row] = await db.read<Seen>(
    scopeOf(me),
    sql`
    select ${seenFields} ${seenFrom} where d.region_id = ${region} and d.state = 'held' and d.code_hmac = any(${codeIndexes(crypto, region, code)}::bytea[])
      and d.unit_id = any (${[...merchantsOf(me)]}::uuid[])`,
  )
  if (!row) throw codeUnknown()
  return seenBy(me, row)
}
