import sql, { empty } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import type { OrderNeeds } from '../needs.ts'
import { areaAt } from '../rules/area.ts'

export type Shown = {
  slug: string
  title: string
  need: string
  outcome: string
  item: string | null
  community: string
  publishedAt: string
  score: number | null
  photos: string[]
}

const CARD = sql`select p.slug, p.title, p.need, p.outcome, p.item, coalesce((select a.name from areas a where a.region_id = p.region_id and a.path = p.community), '') as community,
    p.published_at as "publishedAt", o.score, p.photo_ids as photos
  from order_publications p join orders o on o.region_id = p.region_id and o.id = p.order_id`

/**
 * 晒单墙: redacted publications, newest first; open to everybody.
 * A publication says its community and no nearer place, so a place below has its community's.
 */
export async function listShown(
  needs: Pick<OrderNeeds, 'db' | 'rules'>,
  region: number,
  { limit = 20, after, path = '/' }: { limit?: number; after?: string; path?: string },
) {
  const { depthOf } = await needs.rules(region)
  const { lo, hi } = rangeOf(areaAt(path, depthOf('community')))
  const there = path === '/' ? empty : sql`and p.community >= ${lo} and p.community < ${hi}`
  const before = after === undefined ? empty : sql`and p.published_at < ${instant(after)}::timestamptz`
  const rows = await needs.db.read<Shown>(
    systemScope(region),
    sql`${CARD} where p.region_id = ${region} and p.hidden_at is null ${there} ${before} order by p.published_at desc, p.id desc limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit)
  return {
    items,
    next: rows.length > limit ? Buffer.from(items.at(-1)?.publishedAt ?? '').toString('base64url') : null,
  }
}

/** One publication by its random address. @throws notFound */
export async function getShown(db: Database, region: number, slug: string): Promise<Shown> {
  const [row] = await db.read<Shown>(
    systemScope(region),
    sql`${CARD} where p.region_id = ${region} and p.hidden_at is null and p.slug = ${slug}`,
  )
  if (!row) throw notFound()
  return row
}

function instant(after: string): string {
  const text = Buffer.from(after, 'base64url').toString('utf8')
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text))
    throw invalid([{ field: 'after', message: '“下一页”的标记不对，请从第一页重新开始。' }])
  return text
}

/** Whether a photo stands in a publication that is not withdrawn: found by its order, since no net lets a list of photos be searched. */
export async function photoIsShown(db: Database, region: number, fileId: string): Promise<boolean> {
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from files f join order_publications p on p.region_id = f.region_id and p.order_id = f.order_id and p.hidden_at is null
      where f.region_id = ${region} and f.id = ${fileId}::uuid and f.id = any(p.photo_ids) limit 1`,
  )
  return rows.length > 0
}
