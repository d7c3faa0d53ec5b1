import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { Ground } from './houseGround.ts'
import { plantPerson } from './houseRows.ts'

type Db = Parameters<typeof plantPerson>[0]

/** A proposed plan of pairs with one pair; accepted when somebody is to have it. */
export async function plantPair(
  db: Db,
  ground: Ground,
  { taker, accepted = false }: { taker?: string; accepted?: boolean } = {},
): Promise<{ plan: string; id: string; taker: string; other: string }> {
  const [plan, id] = [newId(), newId()]
  const takers = [taker ?? (await plantPerson(db, ground)), await plantPerson(db, ground)]
  await db.admin.query(
    `insert into pairing_plans (region_id, id, rule, path, state, progress, outcome, opened_by, opened_at, proposed_at)
      values ($1, $2, 'hubHouseholds', $3, 'proposed', 100, '{"wanted":2,"left":0,"takers":2,"leastLoad":1,"mostLoad":1}', $4, now(), now())`,
    [ground.region, plan, ground.community, newId()],
  )
  for (const [at, who] of takers.entries())
    await db.admin.query(
      `insert into pairings (region_id, id, plan_id, rule, path, taker_id, household_id, accepted, from_on)
        values ($1, $2, $3, 'hubHouseholds', $4, $5, $6, $7, case when $7 then current_date end)`,
      [ground.region, at === 0 ? id : newId(), plan, ground.path, who, newId(), accepted],
    )
  return { plan, id, taker: takers[0] ?? '', other: takers[1] ?? '' }
}
