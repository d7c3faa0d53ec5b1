import type { Source } from '@linli/contract'

/** Title of the document that describes the place; mechanisms are named after it, never quoted. */
const YIHUANG_DOCUMENT = '宜黄县：激活“红色引擎” 凝聚共建合力'
const of = (mechanism: string): Source => ({ document: YIHUANG_DOCUMENT, mechanism })

export const threeLevels = of('三级管理（7个社区，50个网格党支部）')
export const threeHeads = of('三长工作体系')
export const grids = of('每网格300至500户，支部书记兼网格长')
export const hubs = of('党员中心户（342名，各联系党员5至10名；党员各联系10至20户）')
export const reporting = of('双报到双报告（单位116个，党员1802名），3＋1清单')
export const fiveDrives = of('五大行动（条目为示例）')
export const sixInOne = of('六位一体网格机制：共治单位7个')
export const threeOrders = of('三单工作法（条目为示例）')
export const threeWays = of('三办')
export const threeParties = of('三方联建、交叉任职（业委会26个；名称为虚构示例）')
export const residentPoints = of('居民积分抵扣物业费（未载分值，取通用分值）')
export const selfRule = of('小区自治（如翰林苑中心户7名、业委会9人）')
export const compoundGatherings = of('小区文体活动（植树、端午、重阳、业主比赛；月份按节令填）')
