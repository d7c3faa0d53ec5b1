import type { LedgerEntry, LedgerQuery } from '@linli/contract/points/shapes'
import sql, { empty, raw, type Sql } from 'sql-template-tag'
import { type Actor, covers, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Range } from '../../../kernel/db/scope.ts'
import { LEDGER_READERS } from '../policy.ts'
import {
  communityIn,
  nameOfParty,
  ORDER_FIELDS,
  ORDER_OF_ENTRY,
  PAGE,
  pageOf,
  REDEMPTION_FIELDS,
  REDEMPTION_OF_ENTRY,
} from './sql.ts'

const party = (alias: string): Sql =>
  raw(
    `json_build_object('account', ${alias}.id, 'kind', ${alias}.kind, 'community', ${alias}.community, 'name', coalesce(${alias}_person.name, ${alias}_unit.name ->> 'zh'))`,
  )

/** An account of an entry in the reader's areas; whoever reads the whole region is asked nothing. */
const accountIn = (column: string, region: number, ranges: readonly Range[]): Sql =>
  ranges.some(({ lo }) => lo === '/')
    ? sql`true`
    : sql`${raw(`e.${column}`)} in (select a.id from point_accounts a where a.region_id = ${region} and ${communityIn('a.community', ranges)})`

/** The entries of the reader's areas, newest first; names are masked. */
export async function listLedger(db: Database, me: Actor, query: LedgerQuery) {
  const { limit = PAGE, after, account, order, from, to } = query
  const region = me.region
  const ranges = rangesOf(me, LEDGER_READERS)
  // First the page, then what its rows show: nothing is looked up for an entry that is not on it.
  const rows = await db.read<Row & Omit<LedgerEntry, 'mayCorrect'>>(
    scopeOf(me),
    sql`
    with page as materialized (
      select e.* from point_entries e
      where e.region_id = ${region} and ${accountIn('debit_account', region, ranges)} and ${accountIn('credit_account', region, ranges)}
        ${account ? sql`and (e.debit_account = ${account}::uuid or e.credit_account = ${account}::uuid)` : empty}
        ${order ? sql`and e.order_id = ${order}::uuid` : empty}
        ${from ? sql`and e.at >= ${from}::timestamp at time zone 'Asia/Shanghai'` : empty}
        ${to ? sql`and e.at < (${to}::timestamp + interval '1 day') at time zone 'Asia/Shanghai'` : empty}
        ${after ? sql`and (e.at, e.id) < (select at, id from point_entries where region_id = ${region} and id = ${after}::uuid)` : empty}
      order by e.at desc, e.id desc limit ${limit + 1})
    select e.id, e.at, e.phase, e.kind, e.amount, ${party('giver')} as giver, ${party('receiver')} as receiver, ${ORDER_FIELDS}, ${REDEMPTION_FIELDS},
      e.round, e.rule_version as "ruleVersion", e.settles, e.corrects, e.reason,
      (select c.id from point_entries c where c.region_id = e.region_id and c.corrects = e.id) as "correctedBy"
    from page e
    join point_accounts giver on giver.region_id = e.region_id and giver.id = e.debit_account
    join point_accounts receiver on receiver.region_id = e.region_id and receiver.id = e.credit_account
    left join people giver_person on giver_person.region_id = giver.region_id and giver_person.id = giver.person_id
    left join people receiver_person on receiver_person.region_id = receiver.region_id and receiver_person.id = receiver.person_id
    left join units giver_unit on giver_unit.region_id = giver.region_id and giver_unit.id = giver.unit_id
    left join units receiver_unit on receiver_unit.region_id = receiver.region_id and receiver_unit.id = receiver.unit_id
    ${ORDER_OF_ENTRY} ${REDEMPTION_OF_ENTRY}
    order by e.at desc, e.id desc`,
  )
  return pageOf(
    rows.map((row) => ({ ...masked(row), mayCorrect: mayCorrect(me, row) })),
    limit,
  )
}

type Listed = Omit<LedgerEntry, 'mayCorrect'>

function masked(row: Row & Listed): Row & Listed {
  const hide = (side: Listed['giver']) => ({ ...side, name: nameOfParty(side) })
  return { ...row, giver: hide(row.giver), receiver: hide(row.receiver) }
}

const mayCorrect = (me: Actor, { phase, kind, correctedBy, giver, receiver }: Listed): boolean =>
  phase === 'posted' &&
  (kind === 'earn' || kind === 'correction') &&
  correctedBy === null &&
  [giver, receiver].every(({ community }) => covers(me, 'regionAdmin', community))
