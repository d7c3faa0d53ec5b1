import type { ActivityTheme, PointsRule, TrustRule, WalkRule } from '@linli/contract'
import { activityThemes as houseThemes } from '../house/activities.ts'
import { deed } from '../house/rules.ts'
import { HOUSE_RULES } from '../house/sources.ts'
import { centres, circle, nearby, trusted } from './sources.ts'

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** 每月一个主题, 邻里节 at the traditional festivals, and the courses of the four centres. */
export const activityThemes: readonly ActivityTheme[] = [
  {
    key: 'monthlyTheme',
    name: { zh: '邻里里每月一主题', en: 'A theme a month' },
    months: EVERY_MONTH,
    source: nearby,
  },
  {
    key: 'neighboursDay',
    name: { zh: '邻里节', en: "Neighbours' festival" },
    months: [1, 2, 6, 9, 10],
    source: nearby,
  },
  {
    key: 'learnReadCompete',
    name: { zh: '学、读、比', en: 'Learn, read, compete' },
    months: [],
    source: centres,
  },
  ...houseThemes,
]

/** 500 metres on the map in 15 minutes: with the detour of 1.3 that is 43 metres a minute, with a pram or a stick. */
export const walk: WalkRule = {
  minutes: 15,
  metresPerMinute: 44,
  detourHundredths: 130,
  source: circle,
}

export const trust: TrustRule = {
  services: 10,
  points: 50,
  months: 12,
  noticeDays: 7,
  ownChangesWait: true,
  source: {
    document: trusted.document,
    mechanism: '商家积分与信得过经营户（未载门槛，取近12个月确认服务10次、50分，公示7天）',
  },
}

/** Whoever helps at an activity, and a merchant for each service that the neighbour confirmed. */
export const circlePoints: readonly PointsRule[] = [
  {
    ...deed,
    key: 'activityHelp',
    appliesTo: 'activityHelp',
    source: { document: HOUSE_RULES, mechanism: '活动帮手同分' },
  },
  { ...deed, key: 'merchantService', appliesTo: 'merchantService', source: trusted },
]
