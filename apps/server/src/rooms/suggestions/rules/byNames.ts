import { plainForm } from './features.ts'

/** What is read of an item of the catalogue. */
export type NamedItem = {
  readonly key: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly alias: readonly string[]
}

/** Marks and spaces say nothing about what is wanted. */
const plain = (text: string) => plainForm(text).replace(/[\s\p{P}]/gu, '')

/** Pairs of neighbouring characters: Chinese has no spaces between words, and most words have two characters. */
function pairsOf(text: string): Set<string> {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))
}

type Likeness = { readonly score: number; readonly why: readonly string[] }

/** How well one name fits: its length when it stands in the text, else half of the pairs they share. */
function likeness(name: string, said: string, saidPairs: ReadonlySet<string>): Likeness {
  const short = plain(name)
  if (short !== '' && said.includes(short)) return { score: [...short].length, why: [name] }
  const shared = [...pairsOf(short)].filter((pair) => saidPairs.has(pair))
  return { score: shared.length / 2, why: shared }
}

/** The items that a text means by their own names, the likeliest first. A single shared pair is no more than chance in a long text. */
export function byNames(
  text: string,
  items: readonly NamedItem[],
): { item: string; score: number; why: readonly string[] }[] {
  const said = plain(text)
  const pairs = pairsOf(said)
  return items
    .map(({ key, name, alias }) => {
      const best = [name.zh, name.en, ...alias]
        .map((one) => likeness(one, said, pairs))
        .reduce((a, b) => (b.score > a.score ? b : a))
      return { item: key, ...best }
    })
    .filter(({ score }) => score >= 1)
    .sort((a, b) => b.score - a.score)
}
