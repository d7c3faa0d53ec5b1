import type { Words } from '@linli/contract'

/** What the search reads of an item of the catalogue. */
type Item = { readonly key: string; readonly name: Words; readonly alias: readonly string[] }

/** Marks and spaces say nothing about what is wanted. */
const plain = (text: string) => text.toLowerCase().replace(/[\s\p{P}]/gu, '')

/** Pairs of neighbouring characters: Chinese has no spaces between words, and most words have two characters. */
function pairsOf(text: string): Set<string> {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))
}

/** How well one name fits: its length when it stands in the text, else half of the pairs they share. */
function likeness(name: string, said: string, saidPairs: ReadonlySet<string>): number {
  if (name !== '' && said.includes(name)) return [...name].length
  const shared = [...pairsOf(name)].filter((pair) => saidPairs.has(pair)).length
  return shared / 2
}

/**
 * The items of the catalogue that a text most likely means, best first.
 * An item counts by the best of its names; a single shared pair of characters is no more than chance in a long text.
 */
export function suggestItems<T extends Item>(text: string, items: readonly T[], most = 3): T[] {
  const said = plain(text)
  const pairs = pairsOf(said)
  const scored = items.map((item) => {
    const names = [item.name.zh, item.name.en, ...item.alias].map(plain)
    return { item, score: Math.max(...names.map((name) => likeness(name, said, pairs))) }
  })
  return scored
    .filter(({ score }) => score >= 1)
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ item }) => item)
}
