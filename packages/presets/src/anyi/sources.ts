import type { Source } from '@linli/contract'

/** Title of the document that describes the place; mechanisms are named after it, never quoted. */
const ANYI_DOCUMENT = '安义县：打造有温度的“城市·家”党建共同体'
const of = (mechanism: string): Source => ({ document: ANYI_DOCUMENT, mechanism })

export const fourLevels = of('四级组织工作体系（网格党小组48个）')
export const buildingHeads = of('党员楼栋长：认领或推荐，三亮，职责6项')
export const jointSystem = of('社区联席制与兼职委员')
export const firstDay = of('每月1号大调研（7个部门，解决1460多件）')
export const fivePlusOne = of('5＋1帮扶：5个单位对1个社区，八共')
export const circle = of('15分钟服务圈，500米内有网点（名称为虚构示例）')
export const trusted = of('商家积分与信得过经营户')
export const nearby = of('邻里里驿站：三室一厅，五常')
export const serviceTeams = of('邻里里服务团的五支队伍')
export const crisisTeams = of('突击队116支，机关党员1100多名')
export const offHours = of('错时服务')
export const memberOrders = of('党员接单计入报到积分（条目为示例）')
export const healthCentre = of('健康养老中心：日间照料、配餐、心理疏导（名称为虚构示例）')
export const centres = of('四个中心：党群、便民、文化、健康养老')
