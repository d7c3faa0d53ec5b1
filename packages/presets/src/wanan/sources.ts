import type { Source } from '@linli/contract'

/** Title of the document that describes the place; mechanisms are named after it, never quoted. */
const WANAN_DOCUMENT = '万安县：持续深化无物业小区管理改革'
const of = (mechanism: string): Source => ({ document: WANAN_DOCUMENT, mechanism })

export const threePlusN = of('3＋N小区治理（示范点5个）')
export const grids = of('专属网格60个，一个网格一个党组织')
export const buildingHeads = of('党员楼栋长300余名')
export const members = of('1600多名党员进小区')
export const doctors = of('名誉网格长（博士网格长制）')
export const partners = of('结对共建帮扶：112个单位对6个社区')
export const wishes = of('微心愿（条目为示例）')
export const stations = of('党群服务中心、月月心语坊、志愿服务站')
export const sitting = of('托老、托幼、事务代理')
export const visits = of('千名干部访万家（走访1000余户，收集200多条，办结180多条）')
export const selfManaged = of('无物业小区：业委会41个，自聘保洁、保安兼维修')
export const redProperty = of('红色物业：行业党委下单建2个、联建1个支部（名称为虚构示例）')
