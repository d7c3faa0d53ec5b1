import type { NoticeView, ObjectionView } from '@linli/contract/merchants/shapes'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { fullName } from '../../places/index.ts'
import type { MerchantNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { type NoticeRow, noticeById } from '../store/merchants.ts'
import { ruleShown } from './shown.ts'

/** What everybody reads of a notice `n`; how many objected, and never who. */
export const NOTICE: Sql = sql`n.id, n.kind, n.state, n.services, n.points, n.reason, n.from_at as "fromAt", n.until_at as "untilAt",
  (select count(*)::int from merchant_objections o where o.region_id = n.region_id and o.notice_id = n.id) as objections,
  (select count(*)::int from merchant_objections o where o.region_id = n.region_id and o.notice_id = n.id and o.decided_at is null) as waiting`
const MOST = 100

/** 公示: notices of the region, the latest first; a reader's own objection with its answer. Open to everybody. */
export async function listTrustNotices(
  { db, terms }: MerchantNeeds,
  region: number,
  visitor: Actor | undefined,
) {
  const items = await db.read<Row & NoticeView>(
    systemScope(region),
    sql`select ${NOTICE}, m.slug, m.name as merchant, ${fullName('n.region_id', 'n.path')} as area,
        (select json_build_object('words', o.words, 'answer', o.answer, 'upheld', o.upheld) from merchant_objections o
          where o.region_id = n.region_id and o.notice_id = n.id and o.person_id = ${visitor?.region === region ? visitor.personId : null}::uuid) as mine
      from merchant_notices n join merchants m on m.region_id = n.region_id and m.id = n.merchant_id and m.closed_at is null
      where n.region_id = ${region} order by n.from_at desc, n.id desc limit ${MOST}`,
  )
  return { items, rule: ruleShown((await terms(region)).trust) }
}

/** Objections to a notice for those who answer: the words, and not whose they are. @throws notFound, forbidden */
export async function listObjections(
  { db }: MerchantNeeds,
  me: Actor,
  id: string,
): Promise<{ items: ObjectionView[] }> {
  const [notice] = await db.read<NoticeRow>(scopeOf(me), noticeById(me.region, id))
  if (!notice) throw notFound()
  demand(policy.operations.listObjections, me, standingAt(me, notice.path))
  const items = await db.read<Row & ObjectionView>(
    scopeOf(me),
    sql`select id, words, at, upheld, answer, decided_at is null and person_id <> ${me.personId}::uuid and ${notice.proposedBy}::uuid <> ${me.personId}::uuid as "mayDecide"
      from merchant_objections where region_id = ${me.region} and notice_id = ${id}::uuid order by at, id`,
  )
  return { items }
}
