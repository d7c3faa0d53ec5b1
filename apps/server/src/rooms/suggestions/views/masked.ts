import type { MaskedWords } from '@linli/contract/suggestions/shapes'
import { nameLike } from '../../../kernel/text/cutter.ts'
import { masked, personalSpots } from '../../orders/index.ts'
import type { SuggestionNeeds } from '../needs.ts'
import { peopleIn } from '../rules/people.ts'

/** A text with what is somebody's own masked, and what else may name somebody; a person reads it before it is shown. */
export async function maskedWords(
  needs: SuggestionNeeds,
  region: number,
  orderId: string,
  text: string,
): Promise<MaskedWords> {
  const spots = personalSpots(text, await needs.namesOf(region, orderId))
  const kinds = [...new Set(spots.map(({ kind }) => kind))]
  const clean = masked(text, spots)
  return {
    text: clean,
    found: kinds.map((kind) => ({ kind, count: spots.filter((spot) => spot.kind === kind).length })),
    people: peopleIn(clean, nameLike(clean)),
  }
}
