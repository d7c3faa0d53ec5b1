import type { Source } from '@linli/contract'

/** Title of the document that describes the place; mechanisms are named after it, never quoted. */
const LINCHUAN_DOCUMENT = '临川区：组织引领党员示范 奋楫笃行再谱新篇'
const of = (mechanism: string): Source => ({ document: LINCHUAN_DOCUMENT, mechanism })

export const threeHeads = of('三长（网格长3个，楼栋长103个，单元长231个：共337人）')
export const gridBranches = of('网格长兼任网格党支部书记')
export const redStewards = of('红管家（10支162人）')
export const knocking = of('敲门行动（12支分队，走访400余人次，代办239件）')
export const homeDrive = of('家园行动（清理两类小广告800余处、670余个）')
export const childCompany = of('童伴妈妈（解决230余件）')
export const talks = of('议事平台52个（解决2089个；条目为示例）')
export const newWorkers = of('新就业群体服务站和主题周')
export const elderCare = of('嵌入式养老：第三方运营和社区食堂')
export const redProperty = of('红色物业（企业120家，5家建有党组织；名称为虚构示例）')
export const partners = of('共建单位推荐与网格员上户摸排')
export const reporting = of('在职党员到社区、进网格报到')
export const doorGroups = of('三长联系住户：单元长231个、住户2763户，平均一人12户（上下限为示例）')
export const listening = of('每月1日倾听日：到物业企业')
