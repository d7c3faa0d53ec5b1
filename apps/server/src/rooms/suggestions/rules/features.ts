/**
 * What the learner sees of a text: how often each word and each one or two letters stand in it. Features are numbers (FNV-1a),
 * so that neither a model nor an index holds anybody's words.
 */
export type Counts = Map<number, number>

/** One number for a few letters; the kind keeps words and letters apart. */
export function featureOf(kind: string, letters: string): number {
  let hash = 0x811c9dc5
  for (const text of [kind, letters])
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The form in which texts are compared: plain letters, small. */
export const plainForm = (text: string): string => text.normalize('NFKC').toLowerCase()
/** And with every number alike: which house or year it is says nothing about the matter. */
export const matterForm = (text: string): string => plainForm(text).replace(/\d+/g, '0')

const isLetter = /[\p{L}\p{N}]/u

function add(counts: Counts, feature: number): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1)
}

/** Runs of so many letters, marks left out. */
export function gramsOf(text: string, sizes: readonly number[], kind: string): number[] {
  const letters = [...plainForm(text)].filter((letter) => isLetter.test(letter))
  return sizes.flatMap((size) =>
    letters.slice(size - 1).map((_, at) => featureOf(kind, letters.slice(at, at + size).join(''))),
  )
}

/** @param text in the form of its matter; @param words the same, cut */
export function countsOf(text: string, words: readonly string[]): Counts {
  const counts: Counts = new Map()
  for (const word of words) add(counts, featureOf('w', word))
  for (const gram of gramsOf(text, [1, 2], 'c')) add(counts, gram)
  return counts
}
