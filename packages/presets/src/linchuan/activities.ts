import type { ActivityTheme } from '@linli/contract'
import { activityThemes as houseThemes } from '../house/activities.ts'
import { threeHeads } from './sources.ts'

const source = {
  document: threeHeads.document,
  mechanism: '新就业群体站点的主题周（健康、法律、求职）',
}
const week = (key: string, zh: string, en: string): ActivityTheme => ({
  key,
  name: { zh, en },
  months: [],
  source,
})

/** Theme weeks for new-economy workers. */
export const activityThemes: readonly ActivityTheme[] = [
  week('healthWeek', '主题周·健康义诊', 'Week of health'),
  week('lawWeek', '主题周·法律维权', 'Week of law'),
  week('jobsWeek', '主题周·专场招聘', 'Week of jobs'),
  ...houseThemes,
]
