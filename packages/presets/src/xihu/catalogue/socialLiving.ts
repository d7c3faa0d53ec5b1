import type { CatalogueItem } from '@linli/contract'
import { socialList } from '../sources.ts'

const living = {
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

const arranged = { ...living, grabbable: false, automatic: false } as const satisfies Partial<CatalogueItem>

/** 生活便利: phones, clothes, pets, rooms and lifts home from hospital (10 of 52). */
export const socialLiving: readonly CatalogueItem[] = [
  {
    ...living,
    key: 'phoneTeaching',
    homeEntry: true,
    name: { zh: '手机使用辅导', en: 'Help with a phone' },
    alias: ['教用手机', '微信不会用', '手机没声音'],
  },
  {
    ...living,
    key: 'hospitalBooking',
    name: { zh: '帮忙预约挂号', en: 'Book a doctor' },
    alias: ['挂号', '约专家号', '网上挂号不会'],
  },
  {
    ...living,
    key: 'knifeGrinding',
    name: { zh: '磨刀磨剪', en: 'Sharpen knives and scissors' },
    alias: ['磨菜刀', '剪刀钝了'],
  },
  {
    ...living,
    key: 'mending',
    name: { zh: '缝补衣物', en: 'Mend clothes' },
    alias: ['补衣服', '换拉链', '改裤脚'],
  },
  {
    ...living,
    key: 'quiltAiring',
    homeEntry: true,
    name: { zh: '晾晒换洗被褥', en: 'Air and change bedding' },
    alias: ['晒被子', '换床单', '套被套'],
  },
  {
    ...living,
    key: 'dischargeEscort',
    name: { zh: '出院接送', en: 'Bring home from hospital' },
    alias: ['接出院', '送回家', '出院没人接'],
  },
  {
    ...living,
    key: 'petMinding',
    homeEntry: true,
    name: { zh: '临时照看宠物', en: 'Mind a pet' },
    alias: ['帮喂猫', '遛狗', '住院没人喂狗'],
  },
  {
    ...arranged,
    key: 'donationPickup',
    name: { zh: '闲置物品捐赠', en: 'Give away unused things' },
    alias: ['捐旧衣服', '捐书', '旧东西送人'],
  },
  {
    ...arranged,
    key: 'venueBooking',
    name: { zh: '活动场地预约', en: 'Book a room' },
    alias: ['借会议室', '借场地', '唱歌跳舞的地方'],
  },
  {
    ...arranged,
    key: 'propertyLiaison',
    name: { zh: '物业维修协调', en: 'Get the property company to repair' },
    alias: ['催物业修', '楼道灯坏了', '公共部位维修'],
  },
]
