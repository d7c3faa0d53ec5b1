import type { NoticePage, NoticeView } from '@linli/contract/notices/shapes'
import { noticeWords } from '@linli/contract/notices/words'
import sql, { empty } from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { StoredNotice } from '../store.ts'

const PAGE = 20

/** The words are made now, from kind and facts. */
export const shownNotice = ({ id, kind, facts, orderId, at, readAt }: StoredNotice): NoticeView => ({
  id,
  kind,
  words: noticeWords(kind, facts),
  orderId,
  at,
  readAt,
})

/** A person's inbox, newest first, with the number of unread notices. */
export async function listNotices(
  db: Database,
  scope: Scope,
  personId: string,
  { limit = PAGE, after }: { limit?: number | undefined; after?: string | undefined },
): Promise<NoticePage> {
  const mine = sql`region_id = ${scope.region} and person_id = ${personId}::uuid`
  const rows = await db.read<Row & (StoredNotice & { unread: number })>(
    scope,
    sql`
    select u.unread, n.* from (select count(*) as unread from notices where ${mine} and read_at is null) u
    left join lateral (
      select id, kind, facts, order_id as "orderId", at, read_at as "readAt" from notices where ${mine}
        ${after ? sql`and (at, id) < (select at, id from notices where ${mine} and id = ${after}::uuid)` : empty}
      order by at desc, id desc limit ${limit + 1}) n on true
    order by n.at desc, n.id desc`,
  )
  const found = rows.filter((row) => row.id !== null) // an empty page still brings the count
  const items = found.slice(0, limit).map(shownNotice)
  return {
    items,
    next: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    unread: rows[0]?.unread ?? 0,
  }
}
