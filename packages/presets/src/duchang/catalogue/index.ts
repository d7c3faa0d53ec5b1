import type { CatalogueItem, ServiceList } from '@linli/contract'
import { gridList, stationList, stewardList, wishList, worryList } from '../sources.ts'
import { grid } from './grid.ts'
import { station } from './station.ts'
import { steward } from './steward.ts'
import { wish } from './wish.ts'
import { worry } from './worry.ts'

/** The document prints how many were done, not how many items there are: no list has a printed count. */
export const lists: readonly ServiceList[] = [
  { key: 'wish', name: { zh: '微心愿', en: 'Small wishes' }, printedCount: null, source: wishList },
  { key: 'worry', name: { zh: '忧心事', en: 'Worries' }, printedCount: null, source: worryList },
  { key: 'grid', name: { zh: '网格事项', en: 'Grid matters' }, printedCount: null, source: gridList },
  {
    key: 'station',
    name: { zh: '便民代办', en: 'Errands at the station' },
    printedCount: null,
    source: stationList,
  },
  { key: 'steward', name: { zh: '红色管家', en: 'Red stewards' }, printedCount: null, source: stewardList },
]

export const catalogue: readonly CatalogueItem[] = [...wish, ...worry, ...grid, ...station, ...steward]
