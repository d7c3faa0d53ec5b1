import type { Level } from '@linli/contract'
import type { Town, TownArea } from './madeTown.ts'

type TownLevel = Pick<Level, 'key' | 'name'>
export type RegisterLines = {
  readonly areas: readonly (readonly string[])[]
  readonly households: readonly (readonly string[])[]
  people(): Generator<readonly string[]>
  /** The names on the way to an area of the town, the compound among them as a register has it. */
  way(path: string): readonly string[]
}

/**
 * A made-up town as the lines of a place's own registers, the heading first: the levels that the place has, under its
 * own words. A place without entrances has them in front of the room.
 */
export function registerLines(town: Town, levels: readonly TownLevel[]): RegisterLines {
  const building = levels.findIndex(({ key }) => key === 'building')
  const hasEntrances = building + 1 < levels.length
  const byPath = new Map(town.areas.map((area) => [area.path, area]))
  const names = (path: string): string[] => {
    const chain = chainOf(byPath, path)
    return levels.flatMap((level, at) => {
      const area = chain.find((one) => one.level === likeOf(levels, at, building))
      if (!area) return []
      return level.key === 'building' ? [area.compound ?? '', area.name] : [nameAt(area, level)]
    })
  }
  const ways = new Map(town.areas.map(({ path }) => [path, names(path)]))
  const way = (path: string): readonly string[] => ways.get(path) ?? []
  const headings = levels.flatMap(({ key, name }) => (key === 'building' ? ['小区', name.zh] : [name.zh]))
  const filled = (path: string): string[] => headings.map((_, at) => way(path)[at] ?? '')
  const room = ({ path, room: number }: { path: string; room: string }): string =>
    hasEntrances ? number : `${byPath.get(path)?.name ?? ''}${number}`
  const rooms = new Map(town.households.map((home) => [home.id, room(home)]))
  return {
    areas: [
      headings,
      ...town.areas
        .filter(({ level }) => hasEntrances || level !== 'entrance')
        .map(({ path }) => filled(path)),
    ],
    households: [[...headings, '室号'], ...town.households.map((home) => [...filled(home.path), room(home)])],
    people: function* () {
      yield ['姓名', '电话', ...headings, '室号']
      for (const { name, phone, path, householdId } of town.people())
        yield [name, phone ?? '', ...filled(path), rooms.get(householdId) ?? '']
    },
    way,
  }
}

/** Which of the town's levels stands at a place's level: what is above communities is a street, what is below buildings an entrance. */
function likeOf(levels: readonly TownLevel[], at: number, building: number): TownArea['level'] {
  if (at < levels.findIndex(({ key }) => key === 'community')) return 'street'
  if (at > building) return 'entrance'
  return at === building ? 'building' : levels[at]?.key === 'community' ? 'community' : 'grid'
}

/** A street of a place of towns is a town. */
const nameAt = ({ level, name }: TownArea, { name: words }: TownLevel): string =>
  level === 'street' || level === 'grid' ? name.replace(/街道$|网格$/, words.zh) : name

function chainOf(byPath: ReadonlyMap<string, TownArea>, path: string): TownArea[] {
  const codes = path.split('/').filter(Boolean)
  return codes.flatMap((_, at) => byPath.get(`/${codes.slice(0, at + 1).join('/')}/`) ?? [])
}

/** Lines as a file that a spreadsheet opens. */
export const csvOf = (lines: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`)
