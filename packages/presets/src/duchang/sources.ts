import type { Source } from '@linli/contract'

/** Title of the document that describes the place; mechanisms are named after it, never quoted. */
export const DUCHANG_DOCUMENT = '都昌县：探索“五红社区”新模式 解锁社区治理幸福密码'
export { HOUSE_RULES } from '../house/sources.ts'

export const wishList: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '微心愿（自2022年起征集829个，一愿一认领；条目为示例）',
}
export const worryList: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '忧心事（自2022年起解决362个；条目为示例）',
}
export const gridList: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '网格事项清单（自2022年起上报6561件；条目为示例）',
}
export const premisesList: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '给缺办公场所的社区各定一个办法，办成一个销一个（13个社区，3700余平方米）',
}
export const stationList: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '红色驿站便民代办（一年1300余件；条目为示例）',
}
export const stationWays: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '红色驿站的帮办代办与就近办理（365天）',
}
export const stewardList: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '红色管家（物业服务覆盖129个住宅小区；条目为示例）',
}
