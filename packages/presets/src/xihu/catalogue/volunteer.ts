import type { CatalogueItem } from '@linli/contract'
import { volunteerList } from '../sources.ts'

/** The community reads a call for volunteers before it is offered, so nothing here is automatic. */
const volunteering = {
  list: 'volunteer',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: true,
  automatic: false,
  skill: null,
  homeEntry: false,
  evidence: ['contact'],
  unit: null,
  photoNeedsPlace: false,
  source: volunteerList,
} as const satisfies Partial<CatalogueItem>

/** The 9 classes of volunteer service. */
export const volunteer: readonly CatalogueItem[] = [
  {
    ...volunteering,
    key: 'volunteerPolicy',
    name: { zh: '政策宣讲', en: 'Explaining policies' },
    alias: ['讲政策', '宣讲员', '新政策看不懂'],
  },
  {
    ...volunteering,
    key: 'volunteerHealth',
    skill: 'nursing',
    name: { zh: '义诊与健康', en: 'Free clinic and health' },
    alias: ['义诊', '健康讲座', '急救培训'],
  },
  {
    ...volunteering,
    key: 'volunteerLaw',
    skill: 'law',
    name: { zh: '法律服务', en: 'Law' },
    alias: ['普法讲座', '看合同', '法律志愿者'],
  },
  {
    ...volunteering,
    key: 'volunteerCulture',
    name: { zh: '文体活动', en: 'Culture and sport' },
    alias: ['组织活动', '合唱队', '写春联'],
  },
  {
    ...volunteering,
    key: 'volunteerEnvironment',
    evidence: ['afterPhoto'],
    photoNeedsPlace: true,
    name: { zh: '环境整治', en: 'Cleaning up' },
    alias: ['义务打扫', '清楼道', '捡垃圾活动'],
  },
  {
    ...volunteering,
    key: 'volunteerPatrol',
    name: { zh: '平安巡防', en: 'Neighbourhood patrol' },
    alias: ['治安巡逻', '夜间巡逻', '红袖标'],
  },
  {
    ...volunteering,
    key: 'volunteerElders',
    name: { zh: '敬老助残', en: 'For elders and the disabled' },
    alias: ['陪残疾人出行', '敬老活动', '给老人过生日'],
  },
  {
    ...volunteering,
    key: 'volunteerYouth',
    name: { zh: '关爱未成年人', en: 'For children and youth' },
    alias: ['给孩子讲故事', '暑期班', '护送上学'],
  },
  {
    ...volunteering,
    key: 'volunteerCrisis',
    urgency: 'prompt',
    name: { zh: '应急支援', en: 'Support in a crisis' },
    alias: ['防汛', '铲雪', '搬沙袋', '送物资'],
  },
]
