import type { Words } from '@linli/contract'
import type { TimelineEntry } from '@linli/contract/orders/shapes'
import {
  CALL_ANSWERS,
  CALL_JUDGEMENTS,
  DURATION_UNITS,
  OBJECTIONS,
  REFUSAL_REASONS,
  RESULTS,
  SCORES,
  SUPERVISIONS,
} from '@linli/contract/orders/words'
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
  level: SUPERVISIONS,
  against: OBJECTIONS,
  answer: CALL_ANSWERS,
  judged: CALL_JUDGEMENTS,
}

/** The facts of a step that a resident wants to read, in words: why it was refused, how it ended, which grade. */
export function factWords({ facts }: Pick<Static<typeof TimelineEntry>, 'facts'>): Words[] {
  const coded = Object.entries(VOCABULARIES).flatMap(([fact, words]) => {
    const found = words[String(facts[fact])]
    return found ? [found] : []
  })
  return [...coded, ...moreTime(facts), ...promised(facts)]
}

type Facts = Static<typeof TimelineEntry>['facts']
const UNITS: { readonly [unit: string]: Words } = DURATION_UNITS

/** How much more time is asked for or given. */
function moreTime({ amount, unit }: Facts): Words[] {
  const words = UNITS[String(unit)]
  return words && typeof amount === 'number'
    ? [{ zh: `延长 ${amount} ${words.zh}`, en: `${amount} ${words.en} more` }]
    : []
}

/** The day that is promised. */
function promised({ until }: Facts): Words[] {
  const [year, month, day] = typeof until === 'string' ? until.split('-').map(Number) : []
  if (!year || !month || !day) return []
  return [
    {
      zh: `预计 ${year}年${month}月${day}日 恢复`,
      en: `to go on by ${new Date(Date.UTC(year, month - 1, day)).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })}`,
    },
  ]
}
