import type { NearbyService, Source, TrustRule, WalkRule } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const list: Source = { document: HOUSE_RULES, mechanism: '一刻钟便民生活圈业态清单' }
const of = (key: string, zh: string, en: string, needed = false): NearbyService => ({
  key,
  name: { zh, en },
  needed,
  source: list,
})

/** What people look for near their home; without the needed ones in reach a grid has a gap. */
export const nearbyServices: readonly NearbyService[] = [
  of('groceries', '买菜', 'Groceries', true),
  of('convenience', '便利店', 'Convenience shop', true),
  of('breakfast', '早餐', 'Breakfast', true),
  of('pharmacy', '药店', 'Pharmacy', true),
  of('clinic', '诊所', 'Clinic', true),
  of('haircutting', '理发', 'Hairdresser', true),
  of('parcels', '快递', 'Parcels', true),
  of('repairs', '维修', 'Repairs', true),
  of('canteen', '老年食堂', 'Canteen for the elderly'),
  of('laundry', '洗衣', 'Laundry'),
  of('housekeeping', '家政', 'Housekeeping'),
  of('childcare', '托育', 'Childcare'),
  of('books', '书店文具', 'Books and stationery'),
]

/** The straight line x 1.3 at 60 metres a minute: an old person's pace. */
export const walk: WalkRule = {
  minutes: 15,
  metresPerMinute: 60,
  detourHundredths: 130,
  source: { document: HOUSE_RULES, mechanism: '步行15分钟，直线距离乘1.3估算，每分钟60米' },
}

export const trust: TrustRule = {
  services: 10,
  points: 50,
  months: 12,
  noticeDays: 7,
  ownChangesWait: true,
  source: {
    document: HOUSE_RULES,
    mechanism:
      '信得过商户：近12个月经居民确认的服务不少于10次、积分不少于50分，公示7天；商户自己改的由社区确认',
  },
}
