import type pg from 'pg'
import { newId } from '../apps/server/src/kernel/ids.ts'
import type { Town } from '../tests/kit/town/town.ts'

/** A grid's side, and from one grid's corner to the next, in 0.0000001 degrees, as `makeTown` lays them. */
const SIDE = 38_000
const STEP = 40_000
const SOUTH_WEST = { longitude: 1145000000, latitude: 263200000 }
const COLUMNS = 16
const CORNERS_A_SIDE = 15

/** Draws every grid of a town, sixty corners each, and where its buildings stand. */
export async function drawTown(behind: pg.ClientBase, { grids, positions }: Town): Promise<void> {
  const outlines = grids.map((_, at) => {
    const west = SOUTH_WEST.longitude + (at % COLUMNS) * STEP
    const south = SOUTH_WEST.latitude + Math.floor(at / COLUMNS) * STEP
    return JSON.stringify({ type: 'MultiPolygon', coordinates: [[ringAt(west, south)]] })
  })
  await behind.query(
    `insert into area_outlines (region_id, id, path, outline, from_at, by_person)
     select 1, n.*, now(), $4 from unnest($1::uuid[], $2::text[], $3::jsonb[]) n`,
    [grids.map(() => newId()), grids, outlines, newId()],
  )
  await behind.query(
    `insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
     select 1, n.*, now(), $5 from unnest($1::uuid[], $2::text[], $3::int[], $4::int[]) n`,
    [
      positions.map(() => newId()),
      positions.map(({ path }) => path),
      positions.map(({ longitude }) => longitude),
      positions.map(({ latitude }) => latitude),
      newId(),
    ],
  )
}

function ringAt(west: number, south: number): [number, number][] {
  const sides = [
    [0, 0, 1, 0],
    [1, 0, 0, 1],
    [1, 1, -1, 0],
    [0, 1, 0, -1],
  ] as const
  const ring = sides.flatMap(([x, y, right, up]) =>
    Array.from({ length: CORNERS_A_SIDE }, (_, step): [number, number] => [
      (west + SIDE * (x + (right * step) / CORNERS_A_SIDE)) / 1e7,
      (south + SIDE * (y + (up * step) / CORNERS_A_SIDE)) / 1e7,
    ]),
  )
  const [first] = ring
  return first ? [...ring, first] : ring
}
