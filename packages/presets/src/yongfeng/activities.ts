import type { ActivityTheme } from '@linli/contract'
import { activityThemes as houseThemes } from '../house/activities.ts'
import { redVests } from './sources.ts'

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const source = { document: redVests.document, mechanism: '一月一主题；党员在周末联动' }

export const activityThemes: readonly ActivityTheme[] = [
  { key: 'monthlyTheme', name: { zh: '一月一主题', en: 'A theme a month' }, months: EVERY_MONTH, source },
  { key: 'weekend', name: { zh: '周末党员联动', en: 'Members at the weekend' }, months: EVERY_MONTH, source },
  ...houseThemes,
]
