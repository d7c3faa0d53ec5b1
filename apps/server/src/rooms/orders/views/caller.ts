import { OPEN_STATES } from '@linli/contract'
import sql from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import { within } from '../../../kernel/db/scope.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import type { OrderNeeds } from '../needs.ts'
import { type ListedOrder, ROW_COLUMNS, ROW_FROM, toRow } from './rows.ts'

/** Whose telephone it is. */
const CALLED_BY = ['intake', 'caller'] as const

/** 来电弹屏: the person behind a number, and where they live and what they wait for inside the reader's areas. */
export async function findCaller(needs: OrderNeeds, actor: Actor, language: 'zh' | 'en', phone: string) {
  const person = await needs.personByPhone(actor.region, phone)
  const rules = await needs.rules(actor.region)
  const indexes = needs.crypto.lookUps(phone)
  const rows = await needs.db.read<ListedOrder>(
    scopeOf(actor),
    sql`with theirs as materialized (
      select p.order_id from order_parties p where p.region_id = ${actor.region} and p.person_id = ${person?.personId ?? null}::uuid and p.to_at is null
      union select n.order_id from order_texts n where n.region_id = ${actor.region} and n.contact_phone_hmac = any(${indexes}::bytea[]))
    select ${ROW_COLUMNS} from theirs join ${ROW_FROM} on o.id = theirs.order_id
    where o.region_id = ${actor.region} and o.state = any(${[...OPEN_STATES]}::text[]) and o.restriction = 'none'
      and (o.requester_id = ${person?.personId ?? null}::uuid or t.contact_phone_hmac = any(${indexes}::bytea[])) order by o.placed_at desc, o.id desc limit 20`,
  )
  const path = person?.path && within(person.path, rangesOf(actor, CALLED_BY)) ? person.path : null
  const place = path === null ? null : ((await needs.placeNames(actor.region, [path])).get(path) ?? null)
  return {
    personId: person?.personId ?? null,
    name: maskName(person?.name ?? null),
    path,
    place,
    address: null,
    orders: rows.map((row) => toRow(row, actor, language, rules.rework.rounds)),
  }
}
