import type { Level } from '@linli/contract'
import type { AreaRow } from '@linli/contract/places/shapes'
import type { Call } from '../drive/client.ts'

type DemoLevel = Pick<Level, 'key' | 'name'>
type Community = { readonly stem: string; readonly upper: string; readonly compounds: readonly string[] }

/** Made-up names of a river town; the place's own levels give them their endings. Each compound is one grid. */
const COMMUNITIES: readonly Community[] = [
  { stem: '柳岸', upper: '抚河里', compounds: ['柳岸新村', '邮电大院', '绳匠巷小区'] },
  { stem: '青桥', upper: '抚河里', compounds: ['青桥花园', '老机床厂宿舍', '桥头里'] },
  { stem: '樟荫', upper: '抚河里', compounds: ['樟荫小区', '师范教工院'] },
  { stem: '杏园', upper: '杏花洲', compounds: ['杏园佳苑', '江纺新村'] },
  { stem: '荷风', upper: '杏花洲', compounds: ['荷风里', '洲上人家'] },
]
const ORDINALS = ['一', '二', '三']
const FLOORS = 6

/** A door of the town: the names of its areas from the top level down, the compound its building stands in, and the room. */
export type Door = { readonly names: readonly string[]; readonly compound: string; readonly room: string }
type Entrance = Omit<Door, 'room'>

/** The ground of a demo town, made from the levels of its place. */
export type Layout = {
  readonly levels: readonly DemoLevel[]
  /** Every lowest area of the town: 40 buildings, or their entrances where the place has them. */
  readonly entrances: readonly Entrance[]
  /** The names on the way down to a level's area, the compound among them as a register has it; none for the whole place. */
  way(door: Entrance, level: string): readonly string[]
  /** The ways to all areas of a level, each once. */
  areasOf(level: string): (readonly string[])[]
  /** The n-th door when people are spread evenly: every entrance gets one before any gets its second. */
  doorOf(n: number): Door
}

/** @throws when the place has no communities or no buildings: the engine knows these two levels by their keys */
export function layoutOf(levels: readonly DemoLevel[]): Layout {
  const community = levels.findIndex(({ key }) => key === 'community')
  const building = levels.findIndex(({ key }) => key === 'building')
  if (community < 0 || building < community) throw new Error('a town needs communities and buildings in them')
  const entrances = entrancesOf(levels, community, building)
  const way = ({ names, compound }: Entrance, level: string): string[] => {
    const depth = levels.findIndex(({ key }) => key === level) + 1
    const down = names.slice(0, depth)
    return depth > building ? down.toSpliced(building, 0, compound) : down
  }
  return {
    levels,
    entrances,
    way,
    areasOf: (level) => [
      ...new Map(
        entrances.map((entrance) => way(entrance, level)).map((one) => [one.join(' '), one]),
      ).values(),
    ],
    doorOf: (n) => {
      const entrance = entrances[(n * 7) % entrances.length]
      if (!entrance) throw new Error('the town has no entrances')
      const round = Math.floor(n / entrances.length)
      const floor = ((n * 5 + round) % FLOORS) + 1
      return { ...entrance, room: `${floor}0${((n + round) % 2) + 1}` }
    },
  }
}

/** 12 compounds with three or four buildings, each with two or three entrances where there is a level below the building. */
function entrancesOf(levels: readonly DemoLevel[], community: number, building: number): Entrance[] {
  const named = (from: number, to: number, name: (ending: string, at: number) => string): string[] =>
    levels.slice(from, to).map((level, at) => name(level.name.zh, at))
  const compounds = COMMUNITIES.flatMap(({ stem, upper, compounds: own }) =>
    own.map((compound, at) => ({
      compound,
      above: [
        ...named(0, community, (ending) => `${upper}${ending}`),
        ...named(community, community + 1, (ending) => `${stem}${ending}`),
        ...named(
          community + 1,
          building,
          (ending, depth) => `第${ORDINALS[depth === 0 ? at : 0] ?? at + 1}${ending}`,
        ),
      ],
    })),
  )
  return compounds.flatMap(({ compound, above }, at) => {
    const buildings = at % 3 === 0 ? 4 : 3
    const doors = building + 1 === levels.length ? 1 : at % 2 === 0 ? 3 : 2
    return Array.from({ length: buildings * doors }, (_, n) => ({
      compound,
      names: [
        ...above,
        `${Math.floor(n / doors) + 1}栋`,
        ...named(
          building + 1,
          levels.length,
          (ending, depth) => `${depth === 0 ? (n % doors) + 1 : 1}${ending}`,
        ),
      ],
    }))
  })
}

/** A register as a CSV file with the headings that the place's own template has; without rooms it lists areas only. */
export function registerCsv(levels: readonly DemoLevel[], rows: readonly (Entrance | Door)[]): Buffer {
  const withRoom = rows.some((row) => 'room' in row)
  const titles = levels.flatMap(({ key, name }) => (key === 'building' ? ['小区', name.zh] : [name.zh]))
  const lines = rows.map((row) =>
    [
      ...levels.flatMap(({ key }, at) =>
        key === 'building' ? [row.compound, row.names[at] ?? ''] : [row.names[at] ?? ''],
      ),
      ...('room' in row ? [row.room] : []),
    ].join(','),
  )
  const heading = (withRoom ? [...titles, '室号'] : titles).join(',')
  return Buffer.from(`\ufeff${[heading, ...lines].join('\r\n')}\r\n`)
}

/** The areas of the town as the server knows them, by the way to them in words. */
export type TownMap = {
  readonly all: readonly AreaRow[]
  /** The whole place when no name is given. */
  pathOf(...names: readonly string[]): string
}

/** Reads the whole tree by the public API, level by level. @param deepest a level below which nothing is asked for */
export async function readTown(call: Call, token: string, deepest?: string): Promise<TownMap> {
  const paths = new Map<string, string>([['', '/']])
  const all: AreaRow[] = []
  const below = async (parent: string, way: readonly string[]): Promise<void> => {
    const { items } = await call('listAreas', { query: { parent } }, token)
    for (const area of items) {
      const here = [...way, ...(area.compound ? [area.compound] : []), area.name]
      paths.set(here.join(' '), area.path)
      all.push(area)
      if (area.children > 0 && area.level !== deepest) await below(area.path, here)
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

/** The lowest area of a door. */
export const doorPath = (town: TownMap, { levels, way }: Layout, door: Entrance): string =>
  town.pathOf(...way(door, levels.at(-1)?.key ?? ''))
