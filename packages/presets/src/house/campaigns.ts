import type { CampaignTemplate, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const source: Source = { document: HOUSE_RULES, mechanism: '入户走访的通用做法和表单' }
type Questions = CampaignTemplate['questions']

/** What is asked at a door, in a minute. Nothing of it tells who is weak: that stands on the card, by consent. */
const HOUSEHOLD: Questions = [
  {
    key: 'needs',
    kind: 'several',
    label: '有什么要社区帮忙的',
    choices: ['没有', '楼道和照明', '水电气', '环境卫生', '噪声和邻里', '办事和政策', '其他'],
    required: true,
  },
  {
    key: 'what',
    kind: 'text',
    label: '具体是什么',
    required: true,
    onlyIf: { question: 'needs', is: '其他' },
  },
  { key: 'say', kind: 'text', label: '对社区有什么建议', required: false },
]
/** What a company that serves homes is asked on the day on which it is listened to. */
const COMPANY: Questions = [
  {
    key: 'troubles',
    kind: 'several',
    label: '服务小区有什么难处',
    choices: ['没有', '收费', '停车和充电', '维修资金', '与业主沟通', '设施老化', '其他'],
    required: true,
  },
  { key: 'asks', kind: 'text', label: '要社区或部门做什么', required: false },
  { key: 'open', kind: 'number', label: '上月没办完的报修有几件', required: false },
]

/** A row with the house's answers; a place says what is its own. */
export const campaignOf = (
  row: Pick<CampaignTemplate, 'key' | 'name' | 'source'> & Partial<CampaignTemplate>,
): CampaignTemplate => ({
  targets: 'households',
  companiesBelow: null,
  days: 7,
  dailyQuota: null,
  inPairs: false,
  monthlyDay: null,
  ownerRole: 'regionAdmin',
  findings: ['wish', 'errand'],
  questions: row.targets === 'companies' ? COMPANY : HOUSEHOLD,
  ...row,
})

export const doorToDoor = campaignOf({
  key: 'doorToDoor',
  name: { zh: '敲门行动', en: 'Door to door' },
  source,
})
export const walks = campaignOf({ key: 'walk', name: { zh: '走访', en: 'Visits' }, source })

/** Kinds of campaigns where a place's document says no more. */
export const campaigns: readonly CampaignTemplate[] = [doorToDoor, walks]
