import type { Source } from '@linli/contract'

/** Title of the document that describes the place; mechanisms are named after it, never quoted. */
const DONGHU_DOCUMENT = '东湖区：结对共建取长补短 激发社区治理活力'
const of = (mechanism: string): Source => ({ document: DONGHU_DOCUMENT, mechanism })

export const reporting = of('回家报到（在职党员4000余名）')
export const records = of('一站一库一册两台账')
export const skillTeams = of('街道按专长重组的志愿服务团队')
export const twoPrograms = of('两个小程序：点单、筛选、派单，驿站一键导航')
export const onePlusX = of('1＋X服务菜单，凭介绍信报到，反馈卡回单位（条目为示例）')
export const crisis = of('临时党支部151个、突击队167支、先锋岗462个、责任区215个')
export const gates = of('159个卡口，800多人日夜值守')
export const premises = of('公房共用（3000余平方米）')
export const saturday = of('周六报到')
export const partners = of('共驻共建单位（此处为示例，可增减）')
