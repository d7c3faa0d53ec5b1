import type { Question } from './shapes.ts'

/**
 * What a visit's form must not ask. That somebody lives alone, is disabled or is a child left behind stands on the card,
 * by that person's separate consent (PIPL art. 29 and 31); of health nothing is kept but a referral. A list of answers
 * would be just the list of the weak that the card refuses to be. Words, since a form is words: a text that evades them
 * is seen by whoever reads the form, and each form names who wrote it.
 */
const CARD_WORDS =
  /独居|独自居住|一个人住|空巢|残疾|残障|残联|留守|监护缺失|孤儿|lives? alone|disab|left[- ]behind/i
const HEALTH_WORDS =
  /疾病|病情|病史|病症|病人|患者|患有|慢性病|慢病|重病|大病|传染病|精神病|生病|得病|什么病|健康状况|健康情况|身体状况|身体情况|身体怎么样|身体好|血压|血糖|糖尿|心脏|癌|肿瘤|用药|吃药|服药|什么药|怀孕|孕妇|孕期|失能|失智|痴呆|瘫痪|卧床|智力|精神状况|艾滋|住院|手术|health|illness|disease|medicat|pregnan|diagnos/i

/** A clinic's day or a course about health is no question for anybody's illness. */
const HARMLESS = /健康(讲座|宣传|知识|活动|步道|小屋)|义诊|病虫害/g

/** Why a question is refused; undefined where it may be asked. Words to read ask nothing. */
export function delicateIn({
  kind,
  label,
  hint = '',
  choices = [],
}: Omit<Question, 'key' | 'required'>): 'needsCardConsent' | 'asksHealth' | undefined {
  if (kind === 'note') return undefined
  const words = [label, hint, ...choices].join('\n').replace(HARMLESS, '')
  if (CARD_WORDS.test(words)) return 'needsCardConsent'
  return HEALTH_WORDS.test(words) ? 'asksHealth' : undefined
}
