import type { CatalogueItem } from '@linli/contract'
import type { Actor } from '../../kernel/auth/actor.ts'
import type { Database } from '../../kernel/db/database.ts'
import type { Standing } from '../../kernel/policy/policy.ts'
import type { MentionedPlace } from '../places/index.ts'

/** What the room needs of the others; the house wires their front doors to it. */
export type SuggestionNeeds = {
  readonly db: Database
  /** The items of the place's catalogue, and how many codes of a path reach down to the community. */
  terms(
    region: number,
  ): Promise<{ readonly items: readonly CatalogueItem[]; readonly communityDepth: number }>
  /** Places of the register that a text names, the surest of each mention. */
  placesIn(actor: Actor, text: string): Promise<readonly MentionedPlace[]>
  /** How somebody stands to an order; undefined when it is not there for them. */
  standingOf(actor: Actor, orderId: string): Promise<Standing | undefined>
  /** Names that must not be told publicly of an order. */
  namesOf(region: number, orderId: string): Promise<readonly string[]>
}
