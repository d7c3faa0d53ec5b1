import type { PointsRule } from '@linli/contract'
import { HOUSE_RULES, XIHU_DOCUMENT } from './sources.ts'

/** 339万余分 ÷ 34,245次上门 = 99 a visit; 34,245 × 99 = 3,390,255. The caps are ours: six visits a day, five orders a week for one pair. */
const visit = {
  name: { zh: '上门服务一次', en: 'One home visit' },
  amount: 99,
  postsOn: ['solved'],
  dailyCap: 594,
  pairWeeklyCap: 5,
  source: {
    document: XIHU_DOCUMENT,
    mechanism: '先锋积分：按所载总分与上门次数折算，每次99分；上限为邻里通用规则',
  },
} as const satisfies Partial<PointsRule>

/** No figure is printed for service away from homes; half a visit is the house's choice. */
const elsewhere = {
  name: { zh: '非上门服务一次', en: 'One service away from homes' },
  amount: 50,
  postsOn: ['solved'],
  dailyCap: 594,
  pairWeeklyCap: 5,
  source: { document: HOUSE_RULES, mechanism: '非上门服务未载分值，约取上门一次之半' },
} as const satisfies Partial<PointsRule>

/** The item outranks its list. Only orders that a helper handled earn anything; units earn no points. */
export const points: readonly PointsRule[] = [
  { ...elsewhere, key: 'social', appliesTo: 'social' },
  { ...elsewhere, key: 'volunteer', appliesTo: 'volunteer' },
  { ...visit, key: 'visit.changeBulb', appliesTo: 'changeBulb' },
  { ...visit, key: 'visit.waterRepair', appliesTo: 'waterRepair' },
  { ...visit, key: 'visit.powerRepair', appliesTo: 'powerRepair' },
  { ...visit, key: 'visit.unclogDrain', appliesTo: 'unclogDrain' },
  { ...visit, key: 'visit.lockRepair', appliesTo: 'lockRepair' },
  { ...visit, key: 'visit.furnitureRepair', appliesTo: 'furnitureRepair' },
  { ...visit, key: 'visit.applianceRepair', appliesTo: 'applianceRepair' },
  { ...visit, key: 'visit.grabRail', appliesTo: 'grabRail' },
  { ...visit, key: 'visit.windowScreen', appliesTo: 'windowScreen' },
  { ...visit, key: 'visit.smokeAlarm', appliesTo: 'smokeAlarm' },
  { ...visit, key: 'visit.medicineDelivery', appliesTo: 'medicineDelivery' },
  { ...visit, key: 'visit.shopping', appliesTo: 'shopping' },
  { ...visit, key: 'visit.parcelPickup', appliesTo: 'parcelPickup' },
  { ...visit, key: 'visit.rubbishCarry', appliesTo: 'rubbishCarry' },
  { ...visit, key: 'visit.heavyCarry', appliesTo: 'heavyCarry' },
  { ...visit, key: 'visit.mealDelivery', appliesTo: 'mealDelivery' },
  { ...visit, key: 'visit.prescriptionRefill', appliesTo: 'prescriptionRefill' },
  { ...visit, key: 'visit.haircut', appliesTo: 'haircut' },
  { ...visit, key: 'visit.hospitalCompanion', appliesTo: 'hospitalCompanion' },
  { ...visit, key: 'visit.nailCare', appliesTo: 'nailCare' },
  { ...visit, key: 'visit.homeCleaning', appliesTo: 'homeCleaning' },
  { ...visit, key: 'visit.friendlyVisit', appliesTo: 'friendlyVisit' },
  { ...visit, key: 'visit.bloodPressure', appliesTo: 'bloodPressure' },
  { ...visit, key: 'visit.elderUnwell', appliesTo: 'elderUnwell' },
  { ...visit, key: 'visit.elderUnreachable', appliesTo: 'elderUnreachable' },
  { ...visit, key: 'visit.phoneTeaching', appliesTo: 'phoneTeaching' },
  { ...visit, key: 'visit.quiltAiring', appliesTo: 'quiltAiring' },
  { ...visit, key: 'visit.petMinding', appliesTo: 'petMinding' },
]
