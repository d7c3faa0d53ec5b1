import { featureOf, gramsOf } from './features.ts'
import { placeWordsOf } from './placeWords.ts'

/** What is compared of an order: numbers for the letters of its title, for its words and for the places it names. */
export type Sketch = {
  readonly title: ReadonlyMap<number, number>
  readonly body: ReadonlyMap<number, number>
  readonly places: readonly number[]
}

const MOST_WORDS = 80
const MOST_TITLE = 120

function counted(features: readonly number[], most: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const feature of features) {
    const count = counts.get(feature)
    if (count !== undefined || counts.size < most) counts.set(feature, (count ?? 0) + 1)
  }
  return counts
}

/**
 * @param words of title and text, cut; those of the title count twice
 * @param areas the areas that say where it is, the narrow ones: who shares none of them, nor a name of a place, is elsewhere
 */
export function sketchOf(
  title: string,
  text: string,
  words: { readonly title: readonly string[]; readonly text: readonly string[] },
  areas: readonly string[],
): Sketch {
  const spoken = [...words.title, ...words.title, ...words.text].filter((word) => [...word].length > 1)
  return {
    title: counted(gramsOf(title, [2, 3], 't'), MOST_TITLE),
    body: counted(
      spoken.map((word) => featureOf('w', word)),
      MOST_WORDS,
    ),
    places: [
      ...new Set([
        ...areas.map((area) => featureOf('a', area)),
        ...placeWordsOf(`${title} ${text}`).map((place) => featureOf('p', place)),
      ]),
    ],
  }
}
