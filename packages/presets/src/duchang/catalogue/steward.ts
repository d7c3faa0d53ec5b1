import type { CatalogueItem } from '@linli/contract'
import { stewardList } from '../sources.ts'

/** What the property company sees to; the housing department where the company is complained of. */
const stewarding = {
  list: 'steward',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: false,
  automatic: false,
  skill: null,
  homeEntry: false,
  evidence: ['afterPhoto'],
  unit: null,
  photoNeedsPlace: true,
  source: stewardList,
} as const satisfies Partial<CatalogueItem>

/** 红色管家: property service. */
export const steward: readonly CatalogueItem[] = [
  {
    ...stewarding,
    key: 'entranceDoor',
    name: { zh: '单元门维修', en: 'The entrance door' },
    alias: ['门禁坏了', '单元门关不上'],
  },
  {
    ...stewarding,
    key: 'stairLight',
    name: { zh: '楼道灯维修', en: 'The stair light' },
    alias: ['楼道灯不亮', '声控灯坏了'],
  },
  {
    ...stewarding,
    key: 'greenCare',
    name: { zh: '绿化养护', en: 'Care of the green' },
    alias: ['树挡窗', '草太高', '树枝断了'],
  },
  {
    ...stewarding,
    key: 'liftFault',
    urgency: 'prompt',
    name: { zh: '电梯故障', en: 'A lift out of order' },
    alias: ['电梯坏了', '电梯困人', '电梯异响'],
  },
  {
    ...stewarding,
    key: 'propertyLiaison',
    evidence: ['contact'],
    photoNeedsPlace: false,
    name: { zh: '物业维修协调', en: 'Getting the property company to repair' },
    alias: ['物业不来修', '公共设施坏了', '报修没人管'],
  },
  {
    ...stewarding,
    key: 'warrantyRepair',
    urgency: 'complex',
    unit: 'housing',
    name: { zh: '新房质量保修', en: 'Defects of a new home' },
    alias: ['新房漏水', '墙面开裂', '质保金'],
  },
  {
    ...stewarding,
    key: 'propertyComplaint',
    kind: 'complaint',
    unit: 'housing',
    evidence: ['contact'],
    photoNeedsPlace: false,
    name: { zh: '物业服务投诉', en: 'A complaint about property service' },
    alias: ['投诉物业', '保安不在岗', '乱收费'],
  },
]
