import type { CatalogueItem } from '@linli/contract'
import { socialList } from '../sources.ts'

/** Children are looked after by named institutions, not by whoever is quickest. */
const family = {
  list: 'social',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: false,
  automatic: false,
  skill: null,
  homeEntry: false,
  evidence: ['contact'],
  unit: 'childCare',
  photoNeedsPlace: false,
  source: socialList,
} as const satisfies Partial<CatalogueItem>

/** 儿童与家庭: children, parents and a troubled mind (7 of 52). */
export const socialFamily: readonly CatalogueItem[] = [
  {
    ...family,
    key: 'afterSchool',
    name: { zh: '四点半课堂', en: 'After-school class' },
    alias: ['放学没人管', '课后托管', '写作业的地方'],
  },
  {
    ...family,
    key: 'tutoring',
    skill: 'tutoring',
    name: { zh: '课业辅导', en: 'Tutoring' },
    alias: ['辅导作业', '补习', '功课跟不上'],
  },
  {
    ...family,
    key: 'childMinding',
    homeEntry: true,
    name: { zh: '临时看护儿童', en: 'Child minding' },
    alias: ['帮看孩子', '临时带娃', '孩子没人看'],
  },
  {
    ...family,
    key: 'childCompany',
    name: { zh: '留守困境儿童陪伴', en: 'Company for children left behind' },
    alias: ['留守儿童', '爸妈不在身边', '困境儿童'],
  },
  {
    ...family,
    key: 'parenting',
    kind: 'consultation',
    name: { zh: '家庭教育指导', en: 'Advice for parents' },
    alias: ['孩子不听话', '叛逆期', '怎么教孩子'],
  },
  {
    ...family,
    key: 'counselling',
    skill: 'counselling',
    unit: 'healthCentre',
    name: { zh: '心理疏导', en: 'Counselling' },
    alias: ['心里难受', '睡不着觉', '想找人说说'],
  },
  {
    ...family,
    key: 'newbornVisit',
    homeEntry: true,
    unit: 'healthCentre',
    name: { zh: '新生儿与产后访视', en: 'Newborn and postnatal visit' },
    alias: ['月子访视', '新生儿黄疸', '产后检查'],
  },
]
