import type { CatalogueItem } from '@linli/contract'
import { publicList } from '../sources.ts'

const tidy = {
  list: 'public',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: false,
  automatic: false,
  skill: null,
  homeEntry: false,
  evidence: ['afterPhoto'],
  photoNeedsPlace: true,
  source: publicList,
} as const satisfies Partial<CatalogueItem>

/** What a picture cannot show: noise and smells, judged by those who live beside them. */
const nuisance = {
  ...tidy,
  kind: 'complaint',
  evidence: ['contact'],
  photoNeedsPlace: false,
} as const satisfies Partial<CatalogueItem>

/** 市容环境: waste, greenery, animals, noise and smells (10 of 49). */
export const publicEnvironment: readonly CatalogueItem[] = [
  {
    ...tidy,
    key: 'garbagePile',
    unit: 'cityManagement',
    name: { zh: '暴露垃圾清理', en: 'Uncollected rubbish' },
    alias: ['垃圾没人收', '垃圾堆在路边', '垃圾桶满了'],
  },
  {
    ...tidy,
    key: 'wasteSorting',
    unit: null,
    name: { zh: '垃圾分类投放点管理', en: 'Waste sorting point' },
    alias: ['分类桶', '投放点太臭', '垃圾亭'],
  },
  {
    ...tidy,
    key: 'bulkyWaste',
    unit: 'cityManagement',
    name: { zh: '大件垃圾清运', en: 'Bulky waste' },
    alias: ['扔旧沙发', '旧家具没人要', '装修垃圾'],
  },
  {
    ...tidy,
    key: 'greenery',
    unit: 'cityManagement',
    name: { zh: '绿化修剪养护', en: 'Trees and greenery' },
    alias: ['树枝挡窗户', '树要倒了', '草太高'],
  },
  {
    ...tidy,
    key: 'strayAnimals',
    unit: 'police',
    evidence: ['contact'],
    photoNeedsPlace: false,
    name: { zh: '流浪犬猫处置', en: 'Stray dogs and cats' },
    alias: ['流浪狗', '野狗咬人', '流浪猫'],
  },
  {
    ...tidy,
    key: 'illegalPosters',
    unit: 'cityManagement',
    name: { zh: '小广告清理', en: 'Illegal posters' },
    alias: ['牛皮癣', '贴小广告', '楼道乱贴'],
  },
  {
    ...tidy,
    key: 'pavementTrading',
    unit: 'cityManagement',
    name: { zh: '占道经营治理', en: 'Trading on the pavement' },
    alias: ['摆摊占路', '店外摆桌', '流动摊贩'],
  },
  {
    ...nuisance,
    key: 'noise',
    unit: 'police',
    name: { zh: '噪声扰民', en: 'Noise' },
    alias: ['太吵了', '广场舞声音大', '半夜施工', '楼上吵'],
  },
  {
    ...nuisance,
    key: 'cookingFumes',
    unit: 'cityManagement',
    name: { zh: '油烟异味扰民', en: 'Cooking fumes and smells' },
    alias: ['油烟大', '烧烤味', '臭味'],
  },
  {
    ...tidy,
    key: 'pestControl',
    unit: null,
    evidence: ['contact'],
    photoNeedsPlace: false,
    name: { zh: '除虫灭鼠消杀', en: 'Pest control' },
    alias: ['有老鼠', '蟑螂多', '白蚁', '蚊子多'],
  },
]
