import type { Facility, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const list: Source = { document: HOUSE_RULES, mechanism: '驿站设施清单' }
const of = (key: string, zh: string, en: string): Facility => ({ key, name: { zh, en }, source: list })

/** What a station may offer to whoever comes in. A place adds its own. */
export const facilities: readonly Facility[] = [
  of('water', '饮水', 'Drinking water'),
  of('toilet', '卫生间', 'Toilet'),
  of('accessibleToilet', '无障碍卫生间', 'Accessible toilet'),
  of('charging', '手机充电', 'Phone charging'),
  of('rest', '歇脚座位', 'Seats to rest'),
  of('firstAid', '急救包', 'First aid'),
  of('umbrella', '借雨伞', 'Umbrellas to borrow'),
  of('glasses', '借老花镜', 'Reading glasses to borrow'),
  of('wheelchair', '借轮椅', 'Wheelchair to borrow'),
  of('microwave', '热饭', 'Microwave'),
  of('nursing', '母婴室', 'Nursing room'),
  of('reading', '图书阅览', 'Reading corner'),
  of('wifi', '无线网络', 'Wi-Fi'),
]
