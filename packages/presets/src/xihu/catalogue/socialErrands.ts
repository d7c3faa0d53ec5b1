import type { CatalogueItem } from '@linli/contract'
import { socialList } from '../sources.ts'

const errand = {
  list: 'social',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: true,
  automatic: true,
  skill: null,
  homeEntry: false,
  evidence: ['contact'],
  unit: null,
  photoNeedsPlace: false,
  source: socialList,
} as const satisfies Partial<CatalogueItem>

/** 跑腿代办: things fetched, brought to the door or done on somebody's behalf (9 of 52). */
export const socialErrands: readonly CatalogueItem[] = [
  {
    ...errand,
    key: 'medicineDelivery',
    urgency: 'prompt',
    name: { zh: '送药上门', en: 'Bring medicine' },
    alias: ['买药', '药吃完了', '帮我拿药'],
  },
  {
    ...errand,
    key: 'shopping',
    name: { zh: '代购买菜', en: 'Shopping' },
    alias: ['帮买菜', '买米买油', '代买东西'],
  },
  {
    ...errand,
    key: 'parcelPickup',
    name: { zh: '代取快递', en: 'Fetch a parcel' },
    alias: ['拿快递', '取包裹', '快递太重'],
  },
  {
    ...errand,
    key: 'billPayment',
    name: { zh: '代缴水电费', en: 'Pay household bills' },
    alias: ['交电费', '交水费', '交燃气费'],
  },
  {
    ...errand,
    key: 'formHelp',
    atStation: true,
    name: { zh: '代办证件材料', en: 'Help with papers' },
    alias: ['填表', '复印材料', '跑腿办事'],
  },
  {
    ...errand,
    key: 'rubbishCarry',
    name: { zh: '帮倒垃圾', en: 'Take out rubbish' },
    alias: ['倒垃圾', '下不了楼扔垃圾'],
  },
  {
    ...errand,
    key: 'heavyCarry',
    homeEntry: true,
    name: { zh: '搬抬重物', en: 'Carry heavy things' },
    alias: ['搬米上楼', '搬不动', '挪柜子'],
  },
  {
    ...errand,
    key: 'mealDelivery',
    urgency: 'prompt',
    name: { zh: '送餐上门', en: 'Bring a meal' },
    alias: ['送饭', '做不了饭', '订餐'],
  },
  {
    ...errand,
    key: 'prescriptionRefill',
    name: { zh: '代配慢病药', en: 'Refill a prescription' },
    alias: ['配降压药', '开慢病药', '代开药'],
  },
]
