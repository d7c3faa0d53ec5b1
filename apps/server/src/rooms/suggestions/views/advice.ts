import type { KnownMatter, OrderAdvice, ReadWords } from '@linli/contract/suggestions/shapes'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { nameLike, wordsOf } from '../../../kernel/text/cutter.ts'
import { modelOf } from '../keptModel.ts'
import type { SuggestionNeeds } from '../needs.ts'
import { orderIndexOf, sketchOfText } from '../orderIndex.ts'
import { advise } from '../rules/advise.ts'
import { areasOf, isCommon } from '../rules/areas.ts'
import { matterForm } from '../rules/features.ts'
import { reportersOf } from '../rules/heat.ts'
import { peopleIn } from '../rules/people.ts'
import { MAYBE } from '../rules/similarIndex.ts'
import { timesIn } from '../rules/times.ts'
import { termsNow } from '../store.ts'
import { placeName, publicAmong } from './orders.ts'
import { nothingSimilar, similarTo } from './similar.ts'

type Body = { readonly text: string; readonly path?: string }

/** From so many people up it is told that a matter is known: of fewer somebody could be guessed. */
const LEAST_REPORTERS = 3
const MOST_RESEMBLING = 50

async function itemAdvice(needs: SuggestionNeeds, region: number, text: string) {
  const [{ items }, model, { margin }] = await Promise.all([
    needs.terms(region),
    modelOf(needs.db, region),
    termsNow(needs.db, region),
  ])
  return advise({ text, words: wordsOf(matterForm(text)) }, items, model, margin)
}

/** What may help whoever writes an order: two items, and matters near that place that several have reported already. */
export async function orderAdvice(needs: SuggestionNeeds, actor: Actor, body: Body): Promise<OrderAdvice> {
  const [advice, known] = await Promise.all([
    itemAdvice(needs, actor.region, body.text),
    // A guest asks at one station; what is known elsewhere is told to neighbours.
    body.path === undefined || actor.isGuest ? [] : knownMatters(needs, actor, body.text, body.path),
  ])
  return { advice, known }
}

/** Matters of the same kind at the same place: the item, the place and how many; nothing of what anybody wrote. */
async function knownMatters(
  needs: SuggestionNeeds,
  actor: Actor,
  text: string,
  path: string,
): Promise<KnownMatter[]> {
  const { communityDepth, items } = await needs.terms(actor.region)
  const { index } = await orderIndexOf(needs.db, actor.region, communityDepth)
  const found = index.resembling(sketchOfText('', text, path, communityDepth), MAYBE / 2, MOST_RESEMBLING)
  if (found.length < LEAST_REPORTERS) return []
  const open = await publicAmong(
    needs.db,
    actor,
    found.map(({ id }) => id),
  )
  const areas = areasOf(path, communityDepth)
  const near = open.filter((order) =>
    areasOf(order.path, communityDepth).some((area) => areas.includes(area)),
  )
  const matters: KnownMatter[] = []
  for (const { key } of items.filter(isCommon)) {
    const orders = near.filter(({ item }) => item === key)
    const reporters = reportersOf(orders)
    const [latest] = orders
    if (reporters < LEAST_REPORTERS || !latest) continue
    const since = orders.map(({ placedAt }) => placedAt).sort()[0] ?? latest.placedAt
    const place = await placeName(needs.db, actor.region, areas[0] ?? path)
    matters.push({ item: key, place, reporters, since, state: latest.state })
  }
  return matters.sort((a, b) => b.reporters - a.reporters).slice(0, 2)
}

/** What a caller's words say: item, places of the register, times, people, and orders that may be the same matter. */
export async function readWords(needs: SuggestionNeeds, actor: Actor, body: Body): Promise<ReadWords> {
  const [advice, places] = await Promise.all([
    itemAdvice(needs, actor.region, body.text),
    needs.placesIn(actor, body.text),
  ])
  // Where the caller says it is counts as much as where the desk has put it.
  const path = body.path ?? places[0]?.path
  const similar =
    path === undefined
      ? nothingSimilar
      : await similarTo(needs, actor, { title: '', detail: body.text, path })
  return {
    advice,
    places: places.map((place) => ({ ...place, why: [...place.why] })),
    times: timesIn(body.text, regionNow()),
    people: peopleIn(
      body.text,
      nameLike(body.text),
      places.map(({ text }) => text),
    ),
    similar,
  }
}

const HOURS_EAST = 8

/** The region's own clock; what is read from it is a suggestion and nothing that is written. */
function regionNow(): { day: string; time: string } {
  const local = new Date(Date.now() + HOURS_EAST * 3600_000).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 16) }
}
