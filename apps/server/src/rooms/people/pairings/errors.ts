import { problem } from '../../../kernel/problem.ts'

const people = (name: string, zh: string, en: string, status = 409) =>
  problem(`people.${name}`, status, zh, en)

export const unknownPairing = people(
  'unknownPairing',
  '本地没有这条结对规则，请刷新后重新选。',
  'The place has no such rule of pairing; reload and choose again.',
  422,
)
export const unitsAsOne = people(
  'unitsAsOne',
  '单位不属于哪一个社区，要全区域一起安排。请到全区域的“结对”页再安排。',
  'Units belong to no one community and are arranged for the whole region at once; open the pairs of the whole region.',
  422,
)
export const pairingMoved = people(
  'pairingMoved',
  '这份方案刚被别人改过或已经处理，请刷新后再看。',
  'Somebody changed or decided this plan meanwhile; reload and look again.',
)
export const notATaker = people(
  'notATaker',
  '选的人或地方不在这份方案里，或这一条已经生效，请刷新后重新选。',
  'This person or area is not part of the plan, or the pair is in force; reload and choose again.',
)
export const pairingGone = people(
  'pairingGone',
  '这一条结对已经结束，不用再办。',
  'This pair has ended already; there is nothing to do.',
)
