import type { Position } from '@linli/contract/places/boundaryShapes'
import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { type Range, type Scope, within } from '../../../kernel/db/scope.ts'
import { addressBookOf } from '../addressIndex.ts'
import type { Node } from '../rules/addressBook.ts'
import { canonical } from '../rules/addressText.ts'
import { type Candidate, findAddress } from '../rules/findAddress.ts'
import { type Hit, type RankedHit, ranked } from '../rules/rankAddresses.ts'
import { inRanges } from './sql.ts'

const METRES_A_DEGREE = 111_195

type Door = { path: string; room: string; householdId: string }

/**
 * What an address in somebody's own words may mean, the surest first. Areas of the whole region, since their names stand
 * on the doors, from what this process keeps of them; rooms only where the reader's ranges reach, from the database. To
 * whom a room is not told, the answer is the same whether it exists or not.
 * @param near of what is as sure, the nearest to it comes first
 */
export async function searchAddresses(
  db: Database,
  scope: Scope,
  typed: string,
  roomRanges: readonly Range[],
  near?: Position,
): Promise<RankedHit[]> {
  const book = await addressBookOf(db, scope.region)
  const candidates = findAddress(book, typed)
  const asked = candidates.filter(({ node, room }) => room !== null && within(node.path, roomRanges))
  const doors = asked.length > 0 ? await doorsOf(db, scope, asked, roomRanges) : []
  const hits = candidates.flatMap((candidate) => hitsOf(candidate, asked.includes(candidate), doors))
  return ranked(hits, near ? await metresTo(db, scope, near, hits) : undefined)
}

/** How far each place is from a position, by what stands nearest above it on the map; what nobody has placed is left out. */
async function metresTo(
  db: Database,
  scope: Scope,
  [longitude, latitude]: Position,
  hits: readonly Hit[],
): Promise<(path: string) => number | undefined> {
  const paths = [...new Set(hits.flatMap(({ path }) => upwards(path)))]
  const rows = await db.read<{ path: string; longitude: number; latitude: number }>(
    scope,
    sql`select path, longitude, latitude from area_positions where region_id = ${scope.region} and to_at is null and path = any(${paths}::text[])`,
  )
  const narrow = Math.cos((latitude / 180) * Math.PI)
  const metres = new Map(
    rows.map((row) => [
      row.path,
      METRES_A_DEGREE * Math.hypot((row.longitude / 1e7 - longitude) * narrow, row.latitude / 1e7 - latitude),
    ]),
  )
  return (path) => {
    const placed = upwards(path).find((one) => metres.has(one))
    return placed === undefined ? undefined : metres.get(placed)
  }
}

/** An area and those above it, the whole place left out. */
const upwards = (path: string): string[] =>
  path === '/' ? [] : [path, ...upwards(path.replace(/[^/]+\/$/, ''))]

/** The rooms of the candidates that begin as was asked. A room lies at an entrance, or at a building that has none. */
async function doorsOf(
  db: Database,
  scope: Scope,
  candidates: readonly Candidate[],
  roomRanges: readonly Range[],
): Promise<Door[]> {
  const asked = candidates.flatMap(({ node, room }) =>
    room === null ? [] : pathsOf(node).map((path) => ({ path, room })),
  )
  return db.read<Door>(
    scope,
    sql`
    select h.path, h.room, h.id as "householdId"
    from (select distinct * from unnest(${asked.map(({ path }) => path)}::text[], ${asked.map(({ room }) => room)}::text[]) a(path, room)) asked
    join households h on h.region_id = ${scope.region} and h.path = asked.path and h.closed_at is null
      and starts_with(translate(upper(h.room), '〇零一二三四五六七八九-室', '00123456789'), asked.room)
    where ${inRanges('h.path', roomRanges)}
    order by h.path, h.room limit 200`,
    // Always the same way, a few doors by their paths: planning it anew takes longer than reading.
    { plan: 'generic' },
  )
}

const pathsOf = ({ path, children }: Node): string[] => [path, ...children.map((child) => child.path)]

const plainRoom = (room: string): string => canonical(room).replace(/[-室]/g, '')

/** Whoever names a building may mean one of its entrances: they are offered below it. */
const entrancesOf = ({ level, children }: Node, reasons: Hit['reasons']): Hit[] =>
  level === 'building'
    ? children.map(({ path, level, text }) => ({
        path,
        level,
        text,
        room: null,
        householdId: null,
        reasons: [...reasons, 'inside'],
      }))
    : []

function hitsOf({ node, room, reasons }: Candidate, mayKnowRooms: boolean, doors: readonly Door[]): Hit[] {
  const { path, level, text } = node
  const area = { path, level, text, room: null, householdId: null, reasons }
  if (room === null || !mayKnowRooms) return [area, ...entrancesOf(node, reasons)]
  const here = doors.filter((door) => pathsOf(node).includes(door.path))
  const exact = here.filter((door) => plainRoom(door.room) === room)
  const found = exact.length > 0 ? exact : here.filter((door) => plainRoom(door.room).startsWith(room))
  if (found.length === 0) return [{ ...area, reasons: [...reasons, 'noSuchRoom'] }]
  return found.map((door) => {
    const at = node.children.find((child) => child.path === door.path) ?? node
    return {
      path: at.path,
      level: at.level,
      text: `${at.text} ${door.room}`,
      room: door.room,
      householdId: door.householdId,
      reasons: [
        ...reasons,
        ...(at === node ? [] : (['missingPart'] as const)),
        ...(exact.length > 0 ? [] : (['partOfRoom'] as const)),
      ],
    }
  })
}
