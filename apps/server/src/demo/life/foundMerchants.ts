import { idFrom } from '../../drive/chance.ts'
import { inBatches } from '../ground.ts'
import { ALWAYS, hoursOf, span } from '../hours.ts'
import type { Town } from '../stagedTown.ts'
import { cellsOf, placeIn } from './ground.ts'

const AT_ONCE = 4
const ALL_DAY = hoursOf([span('08:00', '20:30')], [span('08:30', '20:30')])
const MORNINGS = hoursOf([span('05:30', '10:30')], [span('05:30', '11:00')])
const WORKDAYS = hoursOf([span('08:30', '12:00'), span('14:00', '17:30')], [])

/** Shops of a river town. Nobody mends things here, so that the gaps have something to show. */
const SHOPS = [
  { name: '柳岸菜场', services: ['groceries'], grid: 0, hours: ALL_DAY, stepFree: true },
  {
    name: '桥头便利店',
    services: ['convenience', 'parcels'],
    grid: 3,
    hours: hoursOf(ALWAYS, ALWAYS),
    stepFree: true,
  },
  { name: '老街早餐铺', services: ['breakfast'], grid: 1, hours: MORNINGS, stepFree: false },
  { name: '济民药店', services: ['pharmacy'], grid: 4, hours: ALL_DAY, stepFree: true },
  { name: '社区卫生服务站', services: ['clinic'], grid: 5, hours: WORKDAYS, stepFree: true },
  { name: '巧手理发', services: ['haircutting'], grid: 2, hours: ALL_DAY, stepFree: false },
  { name: '邻里食堂', services: ['canteen', 'breakfast'], grid: 7, hours: ALL_DAY, stepFree: true },
  { name: '荷风菜店', services: ['groceries', 'convenience'], grid: 10, hours: ALL_DAY, stepFree: true },
] as const

/** Merchants of the 15 minutes' circle, each beside a building. Safe to repeat. */
export async function foundMerchants(town: Town, admin: string): Promise<void> {
  const cells = cellsOf(town)
  await inBatches(SHOPS, AT_ONCE, async ({ name, services, grid, hours, stepFree }, at) => {
    const area = cells[grid % cells.length]?.area
    if (!area) return
    const body = {
      id: idFrom('merchants', name),
      unitId: null,
      name,
      path: area.path,
      address: `${area.name}沿街${at + 1}号`,
      position: placeIn(town, area.path, at % 3),
      phone: null,
      services: [...services],
      stepFree,
      hours,
    }
    await town.call('addMerchant', { body, key: idFrom('merchants', 'add', name) }, admin)
  })
}
