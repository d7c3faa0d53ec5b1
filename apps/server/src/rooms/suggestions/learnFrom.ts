import { wordsOf } from '../../kernel/text/cutter.ts'
import { byNames, type NamedItem } from './rules/byNames.ts'
import { countsOf, matterForm } from './rules/features.ts'
import { calibrated, type Example, learn, sharesOf } from './rules/model.ts'
import { packed } from './rules/packed.ts'
import type { Learned } from './store.ts'

/** Orders with the item that was confirmed, and the catalogue, as they go to the thread. */
export type Lessons = {
  readonly orders: readonly { readonly text: string; readonly item: string }[]
  readonly items: readonly NamedItem[]
}
export type Learning = { readonly learned: Learned; readonly bytes: Uint8Array }

/** Of one item no more than so many of the newest: a common one must not cost the night. */
const MOST_OF_ONE = 400
/** An item is learned from so many orders on. */
const LEAST_OF_ONE = 3
/** Every fifth is kept back to see how well the rest taught. */
const KEPT_BACK = 5
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100))

/** Learns items from orders, in a thread of its own. Undefined while there is nothing to tell apart. */
export function learnFrom({ orders, items }: Lessons): Learning | undefined {
  const known = new Set(items.map(({ key }) => key))
  const taken = new Map<string, number>()
  const used = orders.filter(({ item }) => {
    const count = (taken.get(item) ?? 0) + 1
    taken.set(item, count)
    return known.has(item) && count <= MOST_OF_ONE
  })
  const lessons = used
    .filter(({ item }) => (taken.get(item) ?? 0) >= LEAST_OF_ONE)
    .map(({ text, item }) => ({ text, item, example: exampleOf(text, item) }))
  const learnedItems = new Set(lessons.map(({ item }) => item)).size
  if (learnedItems < 2) return undefined
  // The catalogue's own words teach too: what it calls an item in its names.
  const named = items.flatMap(({ key, name, alias }) =>
    lessons.some(({ item }) => item === key) ? [exampleOf([name.zh, ...alias].join(' '), key)] : [],
  )
  const taught = lessons.filter((_, at) => at % KEPT_BACK !== 0).map(({ example }) => example)
  const kept = lessons.filter((_, at) => at % KEPT_BACK === 0)
  const trial = learn([...taught, ...named])
  const judged = kept.map(({ text, item, example }) => ({
    place: sharesOf(trial, example.counts).findIndex(({ label }) => label === item),
    isFirstByName: byNames(text, items)[0]?.item === item,
  }))
  const hits = (least: number) => judged.filter(({ place }) => place >= 0 && place <= least).length
  const byName = judged.filter(({ isFirstByName }) => isFirstByName).length
  const heat = calibrated(
    trial,
    kept.map(({ example }) => example),
  )
  const model = learn([...lessons.map(({ example }) => example), ...named], undefined, heat)
  return {
    bytes: packed(model),
    learned: {
      basis: hits(0) > byName ? 'learned' : 'catalogue',
      examples: lessons.length,
      items: learnedItems,
      first: percent(hits(0), kept.length),
      firstTwo: percent(hits(1), kept.length),
      byNames: percent(byName, kept.length),
    },
  }
}

function exampleOf(text: string, label: string): Example {
  const matter = matterForm(text)
  return { counts: countsOf(matter, wordsOf(matter)), label, weight: 1 }
}
