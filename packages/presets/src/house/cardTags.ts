import type { CardTag, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const bySeparateConsent: Source = { document: HOUSE_RULES, mechanism: '经单独同意才记，逐项征求' }

export const livesAlone: CardTag = {
  key: 'livesAlone',
  name: { zh: '独居', en: 'Lives alone' },
  source: bySeparateConsent,
}
export const disability: CardTag = {
  key: 'disability',
  name: { zh: '残疾', en: 'Disability' },
  source: bySeparateConsent,
}
export const leftBehindChild: CardTag = {
  key: 'leftBehindChild',
  name: { zh: '留守儿童', en: 'Child whose parents work away' },
  source: bySeparateConsent,
}
