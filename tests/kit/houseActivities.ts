import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import type { Ground } from './houseGround.ts'

// Activities and sign-ups, planted behind the house's back.

type Db = Pick<TestHouse, 'admin'>
export const DOOR_CODE = '024680'
export type Planted = { id: string; slug: string; version: number }

/** An activity that is published, with seats for a few and posts for two helpers; `begins` hours from now, for two hours. */
export async function plantActivity(
  { admin }: Db,
  ground: Ground,
  {
    begins = 48,
    state = 'published',
    seats = 3,
  }: { readonly begins?: number; readonly state?: string; readonly seats?: number | null } = {},
): Promise<Planted> {
  const activity = { id: newId(), slug: newSlug(), version: 1 }
  await admin.query(
    `with made as (insert into activities (region_id, id, slug, kind, theme, title, words, path, place, starts_at, ends_at, sign_up, state, version, door_code, planned_by, planned_at, published_at)
       values ($1, $2, $3, 'afterSchool', null, '四点半课堂', '写作业、读书', $4, '桥头 1 号', now() + $5 * interval '1 hour', now() + ($5 + 2) * interval '1 hour',
         true, $6, 1, $7, gen_random_uuid(), now(), now()))
     insert into activity_seats (region_id, activity_id, part, seats, taken, waiting, drawn) values ($1, $2, 'attend', $8, 0, 0, 0), ($1, $2, 'help', 2, 0, 0, 0)`,
    [ground.region, activity.id, activity.slug, ground.community, begins, state, DOOR_CODE, seats],
  )
  return activity
}

/** Somebody signed up for an activity of its own. */
export async function plantSignup(
  db: Db,
  ground: Ground,
  personId: string,
  { part = 'attend', begins = 48 }: { readonly part?: 'attend' | 'help'; readonly begins?: number } = {},
): Promise<{ id: string; activity: Planted }> {
  const [id, activity] = [newId(), await plantActivity(db, ground, { begins })]
  await db.admin.query(
    `with seat as (update activity_seats set taken = 1, drawn = 1 where region_id = $1 and activity_id = $3 and part = $6)
     insert into activity_signups (region_id, id, activity_id, part, path, starts_at, ends_at, person_id, told_person, by_person, state, turn, asked_at, remind_at)
     select $1, $2, a.id, $6, $4, a.starts_at, a.ends_at, $5, $5, $5, 'signedUp', 1, now(), now() + interval '1 minute' from activities a where a.region_id = $1 and a.id = $3`,
    [ground.region, id, activity.id, ground.community, personId, part],
  )
  return { id, activity }
}

/** A photo of an activity, its bytes in the house's store. */
export async function plantActivityPhoto(
  db: Db & { readonly storageKey: string },
  ground: Ground,
  { shown = false, addedBy = newId() }: { readonly shown?: boolean; readonly addedBy?: string } = {},
): Promise<{ id: string; activity: Planted }> {
  const [id, activity] = [newId(), await plantActivity(db, ground)]
  await db.admin.query(
    `with picture as (insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, at)
       values ($1, $2, 'photo', 'image/webp', 1, '', $3, $5, now()))
     insert into activity_photos (region_id, id, activity_id, path, people, added_by, added_at, checked_by, checked_at, shown)
     values ($1, $2, $4, $6, 'agreed', $5, now(), case when $7 then gen_random_uuid() end, case when $7 then now() end, $7::boolean)`,
    [ground.region, id, db.storageKey, activity.id, addedBy, ground.community, shown],
  )
  return { id, activity }
}
