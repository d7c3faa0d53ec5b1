import type { Vocabulary } from '../words.ts'

/** How sure it is that an address means this place. */
export const SURENESS = {
  sure: { zh: '对得上', en: 'Matches' },
  likely: { zh: '多半是', en: 'Likely' },
  possible: { zh: '可能是', en: 'Possible' },
} as const satisfies Vocabulary<string>
export type Sureness = keyof typeof SURENESS

/** Why it is so sure, or not surer. */
export const ADDRESS_REASONS = {
  alias: { zh: '按别名找到', en: 'Found by another name' },
  formerName: { zh: '按旧名称找到', en: 'Found by a former name' },
  otherUnit: { zh: '栋、幢、号楼的写法不同', en: 'Written with another word for building' },
  partOfName: { zh: '只写了名称的一部分', en: 'Only part of the name' },
  partOfRoom: { zh: '只写了室号的开头', en: 'Only the beginning of the room' },
  order: { zh: '有的数字没写单位，按先后猜的', en: 'Numbers without a unit, taken in order' },
  noName: { zh: '没写小区或社区', en: 'No compound or community given' },
  missingPart: { zh: '少写了楼栋或单元', en: 'Building or entrance not given' },
  inside: { zh: '在这一栋里', en: 'Inside this building' },
  leftOver: { zh: '有几个字没读懂', en: 'Some words were not understood' },
  contradicts: { zh: '前后地名不在一处', en: 'The names do not lie together' },
  noSuchRoom: { zh: '这里没有登记这个室号', en: 'No such room is registered here' },
} as const satisfies Vocabulary<string>
export type AddressReason = keyof typeof ADDRESS_REASONS

/** What another name of a place is. */
export const ALIAS_KINDS = {
  formerName: { zh: '旧名称', en: 'Former name' },
  nickname: { zh: '俗称', en: 'Nickname' },
  streetNumber: { zh: '路名门牌', en: 'Street number' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Vocabulary<string>
export type AliasKind = keyof typeof ALIAS_KINDS
