import type { ItemAdvice } from '@linli/contract/suggestions/shapes'
import { byNames, type NamedItem } from './byNames.ts'
import { countsOf, featureOf, matterForm } from './features.ts'
import { type Model, reasonsFor, sharesOf } from './model.ts'

const MOST_REASONS = 4
const percent = (share: number): number => Math.round(share * 100)

/** A text, and the words of its matter. */
export type Said = { readonly text: string; readonly words: readonly string[] }

/**
 * The two items that a text most likely means, how far the first is ahead, and the words that spoke for each.
 * @param margin from which the first is filled in beforehand; null is never
 */
export function advise(
  said: Said,
  items: readonly NamedItem[],
  model: Model | undefined,
  margin: number | null,
): ItemAdvice {
  const suggested = model ? learnedItems(said, items, model) : namedItems(said.text, items)
  const [first, second] = suggested
  const ahead = first ? first.share - (second?.share ?? 0) : 0
  return {
    basis: model ? 'learned' : 'catalogue',
    items: suggested,
    margin: ahead,
    filledIn: first && margin !== null && ahead >= margin ? first.item : null,
  }
}

function learnedItems({ text, words }: Said, items: readonly NamedItem[], model: Model): ItemAdvice['items'] {
  const counts = countsOf(matterForm(text), words)
  const known = new Set(items.map(({ key }) => key))
  const shares = sharesOf(model, counts)
    .filter(({ label }) => known.has(label))
    .slice(0, 2)
  return shares.map(({ label, share }, place) => {
    const reasons = reasonsFor(model, counts, label, shares[1 - place]?.label ?? '')
    const spoke = [...new Set(words)]
      .filter((word) => [...word].length > 1)
      .map((word) => ({ word, weight: reasons.get(featureOf('w', word)) ?? 0 }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
    return { item: label, share: percent(share), why: spoke.slice(0, MOST_REASONS).map(({ word }) => word) }
  })
}

/** What stays open beside the names: two letters in common are a quarter, four letters of a name more than a half. */
const OPEN = 3

/** By names, where nobody has confirmed anything yet. */
function namedItems(text: string, items: readonly NamedItem[]): ItemAdvice['items'] {
  const found = byNames(text, items)
  const sum = found.reduce((total, { score }) => total + score, 0)
  return found.slice(0, 2).map(({ item, score, why }) => ({
    item,
    share: percent(score / (sum + OPEN)),
    why: why.slice(0, MOST_REASONS),
  }))
}
