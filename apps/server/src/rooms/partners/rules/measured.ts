import type { ConductRule } from '@linli/contract'
import type { ConductLine } from '@linli/contract/partners/shapes'
import type { ConductParty } from '@linli/contract/partners/words'

type Rule = Pick<ConductRule, 'key' | 'party' | 'name' | 'measure'>
export type Counts = { readonly [measure in NonNullable<ConductRule['measure']>]?: number }

/** The lists of these parties, each line with what the house counts for it; where nothing is counted it says nothing. */
export const measured = (
  rules: readonly Rule[],
  parties: readonly ConductParty[],
  counts: Counts,
): ConductLine[] =>
  rules
    .filter(({ party }) => parties.includes(party))
    .map(({ key, party, name, measure }) => ({
      key,
      party,
      name,
      done: measure === null ? null : (counts[measure] ?? null),
    }))
