import type { ActivityTheme } from '@linli/contract'
import { activityThemes as houseThemes } from '../house/activities.ts'
import { XIHU_DOCUMENT } from './sources.ts'

const of = (mechanism: string) => ({ document: XIHU_DOCUMENT, mechanism })

/** What the centres put on all the year round: the document names no months. */
export const activityThemes: readonly ActivityTheme[] = [
  {
    key: 'volunteerClinic',
    name: { zh: '党员志愿者义诊', en: 'Free clinic by members' },
    months: [],
    source: of('党员志愿者进社区义诊（未载月份）'),
  },
  {
    key: 'homeCheckUp',
    name: { zh: '老年人、残疾人上门体检', en: 'Check-ups at home for the elderly and disabled' },
    months: [],
    source: of('社区卫生服务中心上门体检（未载月份）'),
  },
  {
    key: 'centreEvents',
    name: { zh: '邻里中心常态活动', en: 'Standing events of the centres' },
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    source: of('“1+5+X”邻里中心活动（1400余场）'),
  },
  ...houseThemes,
]
