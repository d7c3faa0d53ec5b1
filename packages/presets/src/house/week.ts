import type { AlertRule, Source, WorkWeek, WorkWindow } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const officeHours: Source = {
  document: HOUSE_RULES,
  mechanism: '工作时间：周一至周五上午8:30至12:00、下午14:30至17:30，节假日和调休另列',
}
const worked: readonly WorkWindow[] = [
  ['08:30', '12:00'],
  ['14:30', '17:30'],
]

/** When work hours and work days are counted; every place sets its own, and a unit may have others. */
export const weeks: readonly WorkWeek[] = [
  { key: 'region', days: [worked, worked, worked, worked, worked, [], []], source: officeHours },
]

const early: Source = {
  document: HOUSE_RULES,
  mechanism: '时限过大半提醒承办，超时一段时间报上一级；夜里不打扰，急事除外',
}

/** Who has it is warned before the limit, the level above is told after it. */
export const alerts: readonly AlertRule[] = [
  {
    key: 'emergency',
    warnShare: 0.5,
    shortestMinutes: 30,
    escalateAfter: { amount: 5, unit: 'minute' },
    quietAtNight: false,
    source: early,
  },
  {
    key: 'prompt',
    warnShare: 0.75,
    shortestMinutes: 60,
    escalateAfter: { amount: 60, unit: 'minute' },
    quietAtNight: true,
    source: early,
  },
  {
    key: 'ordinary',
    warnShare: 0.8,
    shortestMinutes: 120,
    escalateAfter: { amount: 1, unit: 'workDay' },
    quietAtNight: true,
    source: early,
  },
  {
    key: 'complex',
    warnShare: 0.8,
    shortestMinutes: 120,
    escalateAfter: { amount: 1, unit: 'workDay' },
    quietAtNight: true,
    source: early,
  },
]
