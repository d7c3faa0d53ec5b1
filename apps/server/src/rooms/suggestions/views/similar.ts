import type { HotSpot, HotSpots, SimilarOrders } from '@linli/contract/suggestions/shapes'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { searchWordsOf } from '../../../kernel/text/cutter.ts'
import type { SuggestionNeeds } from '../needs.ts'
import { orderIndexOf, sketchOfText } from '../orderIndex.ts'
import { communityOf, isCommon } from '../rules/areas.ts'
import { featureOf } from '../rules/features.ts'
import { groupsOf, heatOf, reportersOf } from '../rules/heat.ts'
import { MAYBE, STRONG } from '../rules/similarIndex.ts'
import { type AmongOrders, placeName, readableAmong } from './orders.ts'

const MOST_FOUND = 30
const MOST_SHOWN = 8
const MOST_REASONS = 5
const LEAST_REPORTERS = 3
const MOST_SPOTS = 20

export const nothingSimilar: SimilarOrders = { items: [], reporters: 0 }

/** Orders at the same place that may be the same matter, as far as the reader may read them; each with the words both have. */
export async function similarTo(
  needs: SuggestionNeeds,
  actor: Actor,
  order: { readonly id?: string; readonly title: string; readonly detail: string; readonly path: string },
): Promise<SimilarOrders> {
  const { communityDepth } = await needs.terms(actor.region)
  const { index } = await orderIndexOf(needs.db, actor.region, communityDepth)
  const sketch = sketchOfText(order.title, order.detail, order.path, communityDepth)
  // Words alone, as a caller says them, have no title to compare: half of the score is all there is.
  const least = order.title === '' ? MAYBE / 2 : MAYBE
  const strong = order.title === '' ? STRONG / 2 : STRONG
  const found = index.resembling(sketch, least, MOST_FOUND).filter(({ id }) => id !== order.id)
  if (found.length === 0) return nothingSimilar
  const readable = new Map(
    (
      await readableAmong(
        needs.db,
        actor,
        found.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  const words = new Map(
    searchWordsOf(`${order.title} ${order.detail}`).map((word) => [featureOf('w', word), word]),
  )
  const shown = found.flatMap(({ id, score, shared }) => {
    const row = readable.get(id)
    if (!row) return []
    const why = whole(shared.flatMap((feature) => words.get(feature) ?? [])).slice(0, MOST_REASONS)
    return [{ row, score, why }]
  })
  return {
    items: shown.slice(0, MOST_SHOWN).map(({ row, score, why }) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      place: row.place,
      state: row.state,
      placedAt: row.placedAt,
      likeness: score >= strong ? 'strong' : 'maybe',
      score: Math.round(score * 100),
      why,
    })),
    reporters: reportersOf(shown.map(({ row }) => row)),
  }
}

/** Of words that stand inside one another the longest. */
const whole = (words: readonly string[]): string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word)))

/** Matters that several people reported in the reader's areas, the warmest first. */
export async function hotSpots(needs: SuggestionNeeds, actor: Actor): Promise<HotSpots> {
  const { communityDepth, items } = await needs.terms(actor.region)
  const { links } = await orderIndexOf(needs.db, actor.region, communityDepth)
  const groups = groupsOf([...links.values()].flat(), LEAST_REPORTERS)
  if (groups.length === 0) return { items: [] }
  const kinds = new Map(items.map((item) => [item.key, item]))
  const rows = new Map(
    (await readableAmong(needs.db, actor, groups.flat()))
      .filter(({ item }) => isCommon(item === null ? undefined : kinds.get(item)))
      .map((row) => [row.id, row]),
  )
  const now = new Date().toISOString()
  const spots = groups
    .flatMap((ids) =>
      byCommunity(
        ids.flatMap((id) => rows.get(id) ?? []),
        communityDepth,
      ),
    )
    .filter((orders) => reportersOf(orders) >= LEAST_REPORTERS)
    .map((orders) => ({ orders, heat: heatOf(orders, now) }))
    .sort((a, b) => b.heat - a.heat)
    .slice(0, MOST_SPOTS)
  return {
    items: await Promise.all(spots.map(({ orders, heat }) => spotOf(needs, actor.region, orders, heat))),
  }
}

/** What hangs together by a name that two communities share is two matters; the newest order of each first. */
function byCommunity(orders: readonly AmongOrders[], depth: number): AmongOrders[][] {
  const parts = new Map<string, AmongOrders[]>()
  for (const order of orders) {
    const community = communityOf(order.path, depth)
    parts.set(community, [...(parts.get(community) ?? []), order])
  }
  return [...parts.values()].map((part) => part.sort((a, b) => (a.placedAt < b.placedAt ? 1 : -1)))
}

async function spotOf(
  { db }: SuggestionNeeds,
  region: number,
  orders: readonly AmongOrders[],
  heat: number,
): Promise<HotSpot> {
  const times = orders.map(({ placedAt }) => placedAt).sort()
  return {
    item: mostOften(orders.flatMap(({ item }) => item ?? [])),
    place: await placeName(db, region, commonPath(orders.map(({ path }) => path))),
    reporters: reportersOf(orders),
    orders: orders.slice(0, MOST_SHOWN).map(({ id, number, title }) => ({ id, number, title })),
    heat,
    since: times[0] ?? '',
    latest: times.at(-1) ?? '',
  }
}

function mostOften(keys: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** The narrowest area that holds all of them. */
function commonPath(paths: readonly string[]): string {
  const [first = '/', ...others] = paths
  const codes = first.split('/').filter(Boolean)
  for (let depth = codes.length; depth > 0; depth--) {
    const path = `/${codes.slice(0, depth).join('/')}/`
    if (others.every((other) => other.startsWith(path))) return path
  }
  return '/'
}
