import type { Source } from '@linli/contract'

/** Title of the document that describes the place; mechanisms are named after it, never quoted. */
const YONGFENG_DOCUMENT = '永丰县：党建引领树品牌 服务唱响好声音'
const of = (mechanism: string): Source => ({ document: YONGFENG_DOCUMENT, mechanism })

export const alliance = of('红立方党建联盟（居民700多户、经营户400余家）')
export const tiers = of('分层议事：直接办、三方联动、党建联席会')
export const whistle = of('一哨联办：联盟决议后由社区牵头')
export const gates = of('主要出入口15个，325人24小时值守')
export const stations = of('红驿站（固定3个，节假日流动；条目为示例）')
export const redVests = of('红马甲志愿者服务联队（230余人，1＋2＋N）')
export const roadHeads = of('网格化与路长制，定岗定职定标准')
export const members = of('经营户中的党员（65名，另有流动46名）')
export const groups = of('党小组建在景点、物业、商圈')
export const monthly = of('一月一主题、周末联动、日常认领（条目为示例）')
