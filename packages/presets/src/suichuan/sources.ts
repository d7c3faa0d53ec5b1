import type { Source } from '@linli/contract'

/** Title of the document that describes the place; mechanisms are named after it, never quoted. */
const SUICHUAN_DOCUMENT = '遂川县：聚力改革赋动能 创新治理提效能'
const of = (mechanism: string): Source => ({ document: SUICHUAN_DOCUMENT, mechanism })

export const fiveLevels = of('五级组织架构（网格党支部24个，楼栋党小组59个）')
export const redGrid = of('红网格（146个，每个约200户、800人）')
export const hubs = of('党员中心户（728名，每名联系20至30户，每月补贴100元）')
export const gridWorkers = of('全要素网格员（102名，每月1200元；兼职每月300元）')
export const gridPolice = of('网格快警（大网格各1名民警8名辅警，共104名辅警，24小时）')
export const departments = of('职能部门下沉（干部87名，一人联系若干网格）')
export const serviceList = of('社区公共服务清单（46项；条目为示例）及准入清单')
export const propertyOrders = of('三单模式：物业接单（条目为示例）')
export const redProperty = of('红色物业（企业16家，支部5个，业委会党组织49个；名称为虚构示例）')
export const observers = of('物业观察员（每小区2到4名）')
export const propertyTeams = of('红色物业治理队伍12支')
export const threeThings = of('红网格三事：主动问事、集中议事、及时办事')
export const knocking = of('敲门家访：102名网格员3天走访3万余户（每人每天98户为上限）')
