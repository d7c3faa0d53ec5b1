import type { ActivityKind, ActivityTheme, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const list: Source = { document: HOUSE_RULES, mechanism: '活动类别清单' }
const kind = (key: string, zh: string, en: string, health = false): ActivityKind => ({
  key,
  name: { zh, en },
  health,
  source: list,
})

/** What a community puts on anywhere; a place adds its own. */
export const activityKinds: readonly ActivityKind[] = [
  kind('festival', '节日活动', 'Festival'),
  kind('afterSchool', '四点半课堂', 'After-school class'),
  kind('freeClinic', '义诊', 'Free clinic', true),
  kind('jobFair', '招聘会', 'Job fair'),
  kind('sport', '文体活动', 'Sport and culture'),
  kind('talk', '讲座培训', 'Talk or training'),
  kind('elderCare', '老年活动', 'For the elderly'),
  kind('childCare', '儿童活动', 'For children'),
  kind('disabledCare', '助残活动', 'For people with disabilities'),
  kind('newWorkers', '新就业群体服务', 'For new-economy workers'),
  kind('volunteering', '志愿服务', 'Volunteering'),
  kind('partyDay', '党建活动', 'Party activity'),
]

const year: Source = { document: HOUSE_RULES, mechanism: '传统节日主题' }
const theme = (key: string, zh: string, en: string, ...months: number[]): ActivityTheme => ({
  key,
  name: { zh, en },
  months,
  source: year,
})

/** Festivals that every place keeps; a place's own themes of the month stand in its own folder. */
export const activityThemes: readonly ActivityTheme[] = [
  theme('springFestival', '我们的节日·春节', 'Spring Festival', 1, 2),
  theme('leiFeng', '学雷锋志愿服务', 'Month of volunteering', 3),
  theme('dragonBoat', '我们的节日·端午', 'Dragon Boat Festival', 6),
  theme('midAutumn', '我们的节日·中秋', 'Mid-Autumn Festival', 9, 10),
  theme('doubleNinth', '我们的节日·重阳敬老', 'Double Ninth, day of the elderly', 10),
]
