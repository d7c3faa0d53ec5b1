import type { ClockRule, Preset, Source } from '@linli/contract'
import { between } from './between.ts'
import { HOUSE_RULES } from './sources.ts'

const ours: Source = { document: HOUSE_RULES, mechanism: '诉求办理时限表' }
const atOnce: Source = { document: HOUSE_RULES, mechanism: '诉求办理时限表：急单即时，按最小单位1分钟计' }
const claimWave: Source = {
  document: HOUSE_RULES,
  mechanism: '急单60秒应答，每60秒扩围一次，180秒仍无人接则打电话',
}
const intake: Source = { document: '北京市接诉即办标准草案（2021年12月报道）', mechanism: '网络诉求受理时限' }
const contact: Source = {
  document: '北京市接诉即办工作条例',
  mechanism: '第十五条要求及时联系，具体数字为邻里通用规则',
}
const feedback: Source = { document: '北京市接诉即办分级时限', mechanism: '2小时、24小时、7天、15天反馈' }
const emergencyFeedback: Source = {
  document: feedback.document,
  mechanism: '表中并列到场30分钟与反馈2小时，办结钟取反馈2小时',
}
const fiveWorkDays: Source = {
  document: '济南、潍坊两市热线法规',
  mechanism: '表中并列5个工作日与7天，取5个工作日',
}
const sameDay: Source = { document: HOUSE_RULES, mechanism: '当日回访：起算当天计为第1天' }
const nextDay: Source = { document: HOUSE_RULES, mechanism: '次日回访：起算当天计为第1天，次日为第2天' }
const everyOrder: Source = { document: '济南市热线法规', mechanism: '第二十七条逐件审核回访' }
const emergency = { urgency: 'emergency', item: null } as const
const prompt = { urgency: 'prompt', item: null } as const
const ordinary = { urgency: 'ordinary', item: null } as const
const complex = { urgency: 'complex', item: null } as const

/** The house's general limits T1 to T7, for places whose documents print none of their own. A plain hour is a clock hour, kept as 60 minutes; work hours and work days are written as such. */
export const clocks: readonly ClockRule[] = [
  { ...emergency, key: 'accept.emergency', clock: 'accept', amount: 1, unit: 'minute', source: atOnce },
  { ...prompt, key: 'accept.prompt', clock: 'accept', amount: 15, unit: 'minute', source: ours },
  { ...ordinary, key: 'accept.ordinary', clock: 'accept', amount: 120, unit: 'minute', source: intake },
  { ...complex, key: 'accept.complex', clock: 'accept', amount: 120, unit: 'minute', source: intake },

  { ...emergency, key: 'dispatch.emergency', clock: 'dispatch', amount: 1, unit: 'minute', source: atOnce },
  { ...prompt, key: 'dispatch.prompt', clock: 'dispatch', amount: 30, unit: 'minute', source: ours },
  { ...ordinary, key: 'dispatch.ordinary', clock: 'dispatch', amount: 240, unit: 'minute', source: ours },
  { ...complex, key: 'dispatch.complex', clock: 'dispatch', amount: 1, unit: 'workDay', source: ours },

  { ...emergency, key: 'claim.emergency', clock: 'claim', amount: 1, unit: 'minute', source: claimWave },
  { ...prompt, key: 'claim.prompt', clock: 'claim', amount: 15, unit: 'minute', source: ours },
  { ...ordinary, key: 'claim.ordinary', clock: 'claim', amount: 120, unit: 'minute', source: ours },
  { ...complex, key: 'claim.complex', clock: 'claim', amount: 240, unit: 'minute', source: ours },

  { ...emergency, key: 'sign.emergency', clock: 'sign', amount: 1, unit: 'minute', source: claimWave },
  { ...prompt, key: 'sign.prompt', clock: 'sign', amount: 15, unit: 'minute', source: ours },
  { ...ordinary, key: 'sign.ordinary', clock: 'sign', amount: 120, unit: 'minute', source: ours },
  { ...complex, key: 'sign.complex', clock: 'sign', amount: 240, unit: 'minute', source: ours },

  { ...emergency, key: 'contact.emergency', clock: 'contact', amount: 5, unit: 'minute', source: contact },
  { ...prompt, key: 'contact.prompt', clock: 'contact', amount: 60, unit: 'minute', source: contact },
  { ...ordinary, key: 'contact.ordinary', clock: 'contact', amount: 1, unit: 'workDay', source: contact },
  { ...complex, key: 'contact.complex', clock: 'contact', amount: 1, unit: 'workDay', source: contact },

  {
    ...emergency,
    key: 'handle.emergency',
    clock: 'handle',
    amount: 120,
    unit: 'minute',
    source: emergencyFeedback,
  },
  { ...prompt, key: 'handle.prompt', clock: 'handle', amount: 1440, unit: 'minute', source: feedback },
  { ...ordinary, key: 'handle.ordinary', clock: 'handle', amount: 5, unit: 'workDay', source: fiveWorkDays },
  { ...complex, key: 'handle.complex', clock: 'handle', amount: 15, unit: 'day', source: feedback },

  { ...emergency, key: 'review.emergency', clock: 'review', amount: 1, unit: 'minute', source: atOnce },
  { ...prompt, key: 'review.prompt', clock: 'review', amount: 30, unit: 'minute', source: ours },
  { ...ordinary, key: 'review.ordinary', clock: 'review', amount: 240, unit: 'minute', source: ours },
  { ...complex, key: 'review.complex', clock: 'review', amount: 1, unit: 'workDay', source: ours },

  { ...emergency, key: 'followUp.emergency', clock: 'followUp', amount: 1, unit: 'day', source: sameDay },
  { ...prompt, key: 'followUp.prompt', clock: 'followUp', amount: 2, unit: 'day', source: nextDay },
  {
    ...ordinary,
    key: 'followUp.ordinary',
    clock: 'followUp',
    amount: 3,
    unit: 'workDay',
    source: everyOrder,
  },
  { ...complex, key: 'followUp.complex', clock: 'followUp', amount: 3, unit: 'workDay', source: everyOrder },
  ...between,
]

export const followUp: Preset['followUp'] = {
  tries: 3,
  days: 2,
  source: { document: HOUSE_RULES, mechanism: '至少两天内三次未接通，记为未联系上' },
}

/** `share` of the original limit, and never less than `atLeastDays`. */
export const rework: Preset['rework'] = {
  rounds: 2,
  share: 0.5,
  atLeastDays: 1,
  source: { document: HOUSE_RULES, mechanism: '重办至多两轮，时限为原时限一半且不少于1天' },
}

/** One in five of what the grid worker closes alone gets a follow-up call. */
export const selfHandling: Preset['selfHandling'] = {
  share: 0.2,
  source: { document: HOUSE_RULES, mechanism: '自办自结随机抽取五分之一回访' },
}
