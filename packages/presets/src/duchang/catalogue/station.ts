import type { CatalogueItem } from '@linli/contract'
import { listed } from '../../house/items.ts'
import { stationList, stationWays } from '../sources.ts'

/** Done for residents at the counter, by appointment or by proxy, on every day of the year. */
const errand = {
  list: 'station',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: false,
  automatic: false,
  skill: null,
  homeEntry: false,
  evidence: ['contact'],
  unit: null,
  photoNeedsPlace: false,
  source: stationList,
} as const satisfies Partial<CatalogueItem>

/** 便民代办: what is done for somebody or close to home, papers and appointments. */
export const station: readonly CatalogueItem[] = [
  ...listed({ list: 'station', unit: null, source: stationWays }, 'errandHelp', 'nearbyHelp'),
  {
    ...errand,
    key: 'minimumLiving',
    unit: 'civilAffairs',
    name: { zh: '代办低保申请', en: 'Applying for minimum living' },
    alias: ['办低保', '困难补助'],
  },
  {
    ...errand,
    key: 'oldAgeAllowance',
    unit: 'civilAffairs',
    name: { zh: '代办高龄补贴', en: 'Old age allowance' },
    alias: ['高龄津贴', '八十岁补贴'],
  },
  {
    ...errand,
    key: 'residentInsurance',
    unit: 'medicalInsurance',
    name: { zh: '代缴居民医保', en: 'Paying medical insurance' },
    alias: ['交医保', '医保报销', '医保卡不能用'],
  },
  {
    ...errand,
    key: 'pensionCheck',
    unit: 'humanResources',
    name: { zh: '代办养老认证', en: 'Pension check' },
    alias: ['养老金认证', '刷脸认证'],
  },
  {
    ...errand,
    key: 'jobHelp',
    unit: 'humanResources',
    name: { zh: '找活信息', en: 'Looking for work' },
    alias: ['找工作', '招工', '想打零工'],
  },
  {
    ...errand,
    key: 'familyDoctor',
    unit: 'health',
    name: { zh: '预约家庭医生', en: 'An appointment with the family doctor' },
    alias: ['签约医生', '量血压', '慢病随访'],
  },
  {
    ...errand,
    key: 'certificateHelp',
    name: { zh: '代开居住证明', en: 'A certificate of residence' },
    alias: ['开证明', '居住证明'],
  },
  {
    ...errand,
    key: 'venueBooking',
    name: { zh: '预约活动室', en: 'Booking a room' },
    alias: ['借场地', '用活动室', '童心港湾'],
  },
  {
    ...errand,
    key: 'councilTopic',
    kind: 'suggestion',
    name: { zh: '提一个议事话题', en: 'A matter to talk over' },
    alias: ['想开会商量', '大家议一议', '板凳会'],
    example: '小区门口要不要装道闸，大家说法不一，建议晚上搬凳子坐下来商量一次。',
  },
  {
    ...errand,
    key: 'praiseNeighbour',
    kind: 'praise',
    name: { zh: '夸一夸身边人', en: 'Praise for a neighbour' },
    alias: ['想表扬', '送感谢', '点赞'],
    example: '骑手小哥看我提米上楼，放下外卖先帮我扛了上去，想谢谢他。',
  },
]
