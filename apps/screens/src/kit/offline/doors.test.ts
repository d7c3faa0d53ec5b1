import { expect, it } from 'vitest'
import { foundIn } from './doors.ts'
import type { Door } from './kept.ts'

const door = (areaName: string, room: string): Door => ({
  id: `${areaName}${room}`,
  isCompany: false,
  path: '/c1/',
  room,
  areaName,
  heads: [],
})
const doors = [door('阳光小区3栋', '502'), door('阳光小区3栋', '1502'), door('东湖苑13栋', 'A-502')]

it('finds doors by every word of a search, in the building or the room, and without one nothing is searched', () => {
  const rooms = (search: string) => foundIn(doors, search)?.map(({ id }) => id)
  expect(rooms('502')?.length).toBe(3)
  expect(rooms(' 阳光  1502')).toEqual(['阳光小区3栋1502'])
  expect(rooms('13栋 a-5')).toEqual(['东湖苑13栋A-502'])
  expect(rooms('9栋')).toEqual([])
  expect(rooms('  ')).toBeUndefined()
})
