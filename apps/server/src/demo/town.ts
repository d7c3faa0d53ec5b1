import type { Level } from '@linli/contract'
import type { AreaRow } from '@linli/contract/places/shapes'
import type { Call } from '../drive/client.ts'

type Community = { readonly name: string; readonly compounds: readonly string[] }
type Street = { readonly name: string; readonly communities: readonly Community[] }

/** Made-up streets and communities of a river town; each compound is one grid. */
const STREETS: readonly Street[] = [
  {
    name: '抚河里街道',
    communities: [
      { name: '柳岸社区', compounds: ['柳岸新村', '邮电大院', '绳匠巷小区'] },
      { name: '青桥社区', compounds: ['青桥花园', '老机床厂宿舍', '桥头里'] },
      { name: '樟荫社区', compounds: ['樟荫小区', '师范教工院'] },
    ],
  },
  {
    name: '杏花洲街道',
    communities: [
      { name: '杏园社区', compounds: ['杏园佳苑', '江纺新村'] },
      { name: '荷风社区', compounds: ['荷风里', '洲上人家'] },
    ],
  },
]
const GRID_NAMES = ['第一网格', '第二网格', '第三网格']
const FLOORS = 6

/** A door of the town, named level by level as a register names it. */
export type Door = {
  readonly street: string
  readonly community: string
  readonly grid: string
  readonly compound: string
  readonly building: string
  readonly entrance: string
  readonly room: string
}

/** Every grid with its compound, and how many buildings and entrances it has: 12 grids, 40 buildings. */
const GRIDS = STREETS.flatMap((street) =>
  street.communities.flatMap((community) =>
    community.compounds.map((compound, at) => ({
      street: street.name,
      community: community.name,
      grid: GRID_NAMES[at] ?? `${at + 1}网格`,
      compound,
    })),
  ),
).map((grid, at) => ({ ...grid, buildings: at % 3 === 0 ? 4 : 3, entrances: at % 2 === 0 ? 3 : 2 }))

/** Every entrance of the town, 40 buildings with two or three each. */
export const ENTRANCES: readonly Omit<Door, 'room'>[] = GRIDS.flatMap(({ buildings, entrances, ...grid }) =>
  Array.from({ length: buildings * entrances }, (_, at) => ({
    ...grid,
    building: `${Math.floor(at / entrances) + 1}栋`,
    entrance: `${(at % entrances) + 1}单元`,
  })),
)

/** The n-th door when people are spread evenly: every entrance gets one before any gets its second. */
export function doorOf(n: number): Door {
  const entrance = ENTRANCES[(n * 7) % ENTRANCES.length]
  if (!entrance) throw new Error('the town has no entrances')
  const round = Math.floor(n / ENTRANCES.length)
  const floor = ((n * 5 + round) % FLOORS) + 1
  return { ...entrance, room: `${floor}0${((n + round) % 2) + 1}` }
}

/** A register as a CSV file with the headings that the place's own template has. */
export function registerCsv(
  levels: readonly Pick<Level, 'key' | 'name'>[],
  rows: readonly Partial<Door>[],
  withRoom: boolean,
): Buffer {
  const columns = levels.flatMap(({ key, name }) =>
    key === 'building' ? [['compound', '小区'] as const, [key, name.zh] as const] : [[key, name.zh] as const],
  )
  const all = withRoom ? [...columns, ['room', '室号'] as const] : columns
  const lines = rows.map((row) => all.map(([key]) => row[key as keyof Door] ?? '').join(',')) // a level without a name here stays empty
  return Buffer.from(`\ufeff${[all.map(([, title]) => title).join(','), ...lines].join('\r\n')}\r\n`)
}

/** The areas of the town as the server knows them, by the way to them in words. */
export type TownMap = {
  readonly all: readonly AreaRow[]
  pathOf(...names: readonly string[]): string
}

/** Reads the whole tree by the public API, level by level. */
export async function readTown(call: Call, token: string): Promise<TownMap> {
  const paths = new Map<string, string>()
  const all: AreaRow[] = []
  const below = async (parent: string, way: readonly string[]): Promise<void> => {
    const { items } = await call('listAreas', { query: { parent } }, token)
    for (const area of items) {
      const here = [...way, ...(area.compound ? [area.compound] : []), area.name]
      paths.set(here.join(' '), area.path)
      all.push(area)
      if (area.children > 0) await below(area.path, here)
    }
  }
  await below('/', [])
  return {
    all,
    pathOf: (...names) => {
      const path = paths.get(names.join(' '))
      if (path === undefined) throw new Error(`the town has no ${names.join(' ')}`)
      return path
    },
  }
}

export const entrancePath = (town: TownMap, door: Omit<Door, 'room'>): string =>
  town.pathOf(door.street, door.community, door.grid, door.compound, door.building, door.entrance)
export const streets = (): string[] => STREETS.map(({ name }) => name)
export const communities = (): { street: string; community: string }[] =>
  STREETS.flatMap((street) =>
    street.communities.map(({ name }) => ({ street: street.name, community: name })),
  )
export const grids = (): { street: string; community: string; grid: string }[] =>
  GRIDS.map(({ street, community, grid }) => ({ street, community, grid }))
