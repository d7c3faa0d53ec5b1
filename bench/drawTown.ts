import type pg from 'pg'
import type { Town } from '../apps/server/src/demo/large/madeTown.ts'
import { gridRing } from '../apps/server/src/demo/large/townGround.ts'
import { newId } from '../apps/server/src/kernel/ids.ts'

/** Draws every grid of a town, sixty corners each, and where its buildings stand. */
export async function drawTown(behind: pg.ClientBase, { grids, positions }: Town): Promise<void> {
  const outlines = grids.map((_, at) =>
    JSON.stringify({ type: 'MultiPolygon', coordinates: [[gridRing(at)]] }),
  )
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
