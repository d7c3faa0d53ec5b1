import { idFrom } from '../../drive/chance.ts'
import type { Answer, Call } from '../../drive/client.ts'
import { placeRules } from '../../rooms/places/index.ts'
import { firstAdministrators } from '../administrators.ts'
import { type Ground, inBatches, REGION } from '../ground.ts'
import { postWith } from '../roster.ts'
import { readTown, type TownMap } from '../town.ts'
import { makeTown, type Town, type TownPerson, type TownSize } from './madeTown.ts'
import { csvOf, registerLines } from './registerLines.ts'
import { gridMiddle, gridRing } from './townGround.ts'

const AT_ONCE = 8
/** A file of people stays below what one upload may hold, and is told when it is in. */
const ROWS_A_FILE = 50_000
const WAIT_MILLISECONDS = 250

/** How it works and what it tells: one line of progress in words; asked between steps, it throws when it is to leave off. */
type Growing = {
  readonly ground: Ground
  readonly call: Call
  readonly tokens: (phone: string) => Promise<string>
  readonly say: (line: string) => void
  readonly leaveOff: () => void
}

/**
 * Lays further ground beside the demo town by the doors that a place itself would use: registers of areas, homes and
 * people as files, borders and positions as a file of a map program, then the grid workers' posts. Every step finds out
 * what is there already, so that it goes on after any interruption; a town that has its last border is left alone.
 */
export async function growTown(growing: Growing, size: TownSize): Promise<void> {
  const { ground, call, tokens, say } = growing
  const { admin } = await firstAdministrators(ground, tokens)
  const town = makeTown(size)
  if (await isDrawn(call, admin, size)) return say('  已经这样大 It is as large already')
  const { levels, posts } = await placeRules(ground.db, REGION)
  const lines = registerLines(town, levels)
  await importAll(growing, admin, 'areas', lines.areas)
  await importAll(growing, admin, 'households', lines.households)
  await importAll(growing, admin, 'people', [...lines.people()])
  growing.leaveOff()
  const map = await readTown(call, admin, 'building')
  const post = postWith(posts, ['gridWorker'], 'grid')
  if (post) {
    await seatWorkers(growing, admin, town, post.key, (grid) => map.pathOf(...lines.way(grid)))
    say(`  网格员 grid workers ${size.gridWorkers}，网格 grids ${size.grids}`)
  }
  await drawAll(growing, admin, town, map, lines.way)
  say(`  边界 borders ${size.grids}，位置 positions ${town.positions.length}`)
}

/** The border of the last grid is the last thing that is done. */
async function isDrawn(call: Call, admin: string, { grids }: TownSize): Promise<boolean> {
  const [longitude, latitude] = gridMiddle(grids - 1)
  return (await call('areaAtPoint', { query: { longitude, latitude } }, admin)).area !== null
}

type Lines = readonly (readonly string[])[]

/** A register, in as many files as it needs, each told as it comes in. */
async function importAll(
  growing: Growing,
  admin: string,
  register: 'areas' | 'households' | 'people',
  lines: Lines,
) {
  const [heading = [], ...rows] = lines
  for (let from = 0; from < rows.length; from += ROWS_A_FILE) {
    growing.leaveOff()
    const part = rows.slice(from, from + ROWS_A_FILE)
    await imported(growing, admin, register, csvOf([heading, ...part]))
    growing.say(`  ${WORDS[register]} ${from + part.length}/${rows.length}`)
  }
}
const WORDS = { areas: '地点 areas', households: '住户 households', people: '人员 people' } as const

async function imported(
  { call, say }: Growing,
  admin: string,
  register: keyof typeof WORDS,
  bytes: Buffer,
): Promise<void> {
  const file = { name: `${register}.csv`, type: 'text/csv', bytes }
  let result: Answer<'importRegister'> | null = await call(
    'importRegister',
    { params: { register }, query: {}, file },
    admin,
  )
  let told = 0
  for (const id = result.run; id !== null && !result?.applied; ) {
    await new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS))
    const run = await call('followImport', { params: { id } }, admin)
    if (run.state === 'lost' || run.refused !== null)
      throw new Error(`${register}: ${run.refused ?? run.state}`)
    const share = run.rowsToWrite === 0 ? 0 : Math.floor((10 * run.rowsWritten) / run.rowsToWrite)
    if (share > told && share < 10) say(`    ${WORDS[register]} ${share}0%`)
    told = share
    result = run.result
    if (run.state === 'over') break
  }
  if (!result?.applied) throw new Error(`${register}: ${JSON.stringify(result?.errors.slice(0, 3))}`)
}

/** The first people of the town serve it: one grid each, and again from the first until every grid has somebody. */
async function seatWorkers(
  { call, tokens }: Growing,
  admin: string,
  town: Town,
  post: string,
  pathOf: (grid: string) => string,
): Promise<void> {
  const workers = firstWith(town.people(), town.size.gridWorkers)
  const seats = town.grids.flatMap((grid, at) => {
    const worker = workers[at % workers.length]
    return worker ? [{ worker, grid }] : []
  })
  await inBatches(workers, AT_ONCE, ({ phone }) => tokens(phone))
  const ids = new Map<string, string>()
  await inBatches(workers, AT_ONCE, async ({ phone }) => {
    ids.set(phone, (await call('whoAmI', {}, await tokens(phone))).person.id)
  })
  await inBatches(seats, AT_ONCE, ({ worker, grid }) =>
    call(
      'assignPost',
      {
        params: { id: ids.get(worker.phone) ?? '' },
        body: { post, areaPath: pathOf(grid) },
        key: idFrom('large town', post, grid, worker.phone),
      },
      admin,
    ),
  )
}

type Reached = TownPerson & { readonly phone: string }
function firstWith(people: Iterable<TownPerson>, count: number): Reached[] {
  const found: Reached[] = []
  for (const person of people) {
    if (found.length === count) break
    if (person.phone !== null) found.push({ ...person, phone: person.phone })
  }
  return found
}

/** Borders of all grids and where their buildings stand, as one file of a map program. */
async function drawAll(
  { call, leaveOff }: Growing,
  admin: string,
  town: Town,
  map: TownMap,
  way: (path: string) => readonly string[],
): Promise<void> {
  leaveOff()
  const feature = (path: string, geometry: object) => ({
    type: 'Feature',
    properties: { path: map.pathOf(...way(path)) },
    geometry,
  })
  const features = [
    ...town.positions.map(({ path, longitude, latitude }) =>
      feature(path, { type: 'Point', coordinates: [longitude / 1e7, latitude / 1e7] }),
    ),
    ...town.grids.map((path, grid) => feature(path, { type: 'Polygon', coordinates: [gridRing(grid)] })),
  ]
  const bytes = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
  const file = { name: 'town.geojson', type: 'application/geo+json', bytes }
  const answer = await call('importOutlines', { query: { coordinates: 'wgs84' }, file }, admin)
  if (!answer.applied) throw new Error(`borders: ${JSON.stringify(answer.errors.slice(0, 3))}`)
}
