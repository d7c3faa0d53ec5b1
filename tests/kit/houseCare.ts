import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import type { Ground } from './houseGround.ts'
import { plantHousehold, plantPerson } from './houseRows.ts'

// Plans of care, planted behind the house's back.

type Db = Pick<TestHouse, 'admin' | 'house'>
export type PlantedPlan = { readonly id: string; readonly person: string; readonly carer: string }
type Wish = {
  readonly person?: string
  readonly carer?: string
  readonly deputy?: string
  /** Still waits for the person's yes. */
  readonly isAsked?: boolean
}

/** Somebody at home in a household of the ground. */
export async function plantMember(
  db: Db,
  ground: Ground,
  person?: string,
): Promise<{ household: string; person: string }> {
  const household = await plantHousehold(db, ground)
  const who = person ?? (await plantPerson(db, ground))
  await db.admin.query(
    `insert into household_members (region_id, id, household_id, person_id, from_at) values ($1, $2, $3, $4, now() - interval '1 day')`,
    [ground.region, newId(), household, who],
  )
  return { household, person: who }
}

/** A plan with a contact each day, agreed to on paper or still asked. */
export async function plantPlan(db: Db, ground: Ground, wish: Wish = {}): Promise<PlantedPlan> {
  const { admin } = db
  const id = newId()
  const { household, person } = await plantMember(db, ground, wish.person)
  const carer = wish.carer ?? (await plantPerson(db, ground, { helper: true }))
  // One plan a person at a time.
  await admin.query(
    `update care_plans set ended_at = now(), ending = 'over' where region_id = $1 and person_id = $2 and ended_at is null`,
    [ground.region, person],
  )
  await admin.query(
    `insert into care_plans (region_id, id, person_id, household_id, path, carer_id, from_on, until_on, way, words_version, agreed_by, agreed_at, last_seen_at, version, by_person, at)
     values ($1, $2, $3, $4, $5, $6, current_date - 1, current_date + 100, 'phone', 1, $7, $8, now(), 1, $9, now())`,
    [
      ground.region,
      id,
      person,
      household,
      ground.path,
      carer,
      wish.isAsked ? null : person,
      wish.isAsked ? null : new Date().toISOString(),
      newId(),
    ],
  )
  await admin.query(
    `insert into care_lines (region_id, plan_id, person_id, rhythm, due_at, next_at, step) values ($1, $2, $3, 'dailyContact', now() + interval '1 day', now() + interval '1 day', 0)`,
    [ground.region, id, person],
  )
  const deputy = wish.deputy ?? (await plantPerson(db, ground, { helper: true }))
  await admin.query(
    `insert into care_deputies (region_id, plan_id, person_id, cared_id) values ($1, $2, $3, $4)`,
    [ground.region, id, deputy, person],
  )
  return { id, person, carer }
}

/** Days of a plan that wait for a stand-in. */
export async function plantStandIn(db: Db, ground: Ground, plan: PlantedPlan): Promise<string> {
  const id = newId()
  await db.admin.query(
    `insert into care_stand_ins (region_id, id, plan_id, cared_id, from_on, to_on, by_person, at) values ($1, $2, $3, $4, current_date + 1, current_date + 2, $5, now())`,
    [ground.region, id, plan.id, plan.person, plan.carer],
  )
  return id
}
