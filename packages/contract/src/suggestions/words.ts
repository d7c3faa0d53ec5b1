import type { Vocabulary } from '../words.ts'

/** What an item is suggested by. */
export const BASES = {
  learned: { zh: '按受理过的单学的', en: 'Learned from accepted orders' },
  catalogue: { zh: '按事项的名字和俗称', en: "By the items' own names" },
} as const satisfies Vocabulary<string>
export type Basis = keyof typeof BASES

/** Why somebody may be meant by a few letters of a text. */
export const PERSON_SIGNS = {
  called: { zh: '姓加称呼', en: 'A surname with a form of address' },
  introduced: { zh: '前面写着“我叫”“姓名”这样的话', en: 'Words of introduction stand before it' },
  looksLikeName: { zh: '词典认为像人名', en: 'A dictionary takes it for a name' },
} as const satisfies Vocabulary<string>

/** How sure two orders are one matter. */
export const LIKENESSES = {
  strong: { zh: '很像同一件事', en: 'Very likely the same matter' },
  maybe: { zh: '可能是同一件事', en: 'Perhaps the same matter' },
} as const satisfies Vocabulary<string>

/** What in a text is somebody's own. */
export const PERSONAL_KINDS = {
  phone: { zh: '电话', en: 'Telephone number' },
  idNumber: { zh: '证件号', en: 'ID number' },
  bankCard: { zh: '银行卡号', en: 'Bank card number' },
  plate: { zh: '车牌', en: 'Number plate' },
  room: { zh: '门牌', en: 'Door' },
  account: { zh: '账号', en: 'Account' },
  name: { zh: '姓名', en: 'Name' },
} as const satisfies Vocabulary<string>
