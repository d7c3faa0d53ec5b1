import type { Words } from '@linli/contract'
import type { TimelineEntry } from '@linli/contract/orders/shapes'
import { REFUSAL_REASONS, RESULTS, SCORES } from '@linli/contract/orders/words'
import type { Static } from '@linli/contract/schema'

const HOW: { readonly [how: string]: Words } = {
  phone: { zh: '打了电话', en: 'By phone' },
  visit: { zh: '上了门', en: 'By a visit' },
  message: { zh: '留了言', en: 'By a message' },
}

const VOCABULARIES: { readonly [fact: string]: { readonly [code: string]: Words } } = {
  reason: REFUSAL_REASONS,
  resolved: RESULTS,
  score: SCORES,
  how: HOW,
}

/** The facts of a step that a resident wants to read, in words: why it was refused, how it ended, which grade. */
export function factWords({ facts }: Pick<Static<typeof TimelineEntry>, 'facts'>): Words[] {
  return Object.entries(VOCABULARIES).flatMap(([fact, words]) => {
    const found = words[String(facts[fact])]
    return found ? [found] : []
  })
}
