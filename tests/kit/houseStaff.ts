import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import type { Ground } from './houseGround.ts'
import { plantFile, plantPerson } from './houseRows.ts'

// Courses, agreed work, mentors and allowances, planted behind the house's back.

type Db = Pick<TestHouse, 'admin' | 'house'>

/** Gives somebody a post over the ground. */
export async function plantPost({ admin }: Db, ground: Ground, personId: string): Promise<void> {
  await admin.query(
    `insert into posts (region_id, id, person_id, post, area_path, from_on) values ($1, $2, $3, 'gridWorker', $4, current_date)
     on conflict do nothing`,
    [ground.region, newId(), personId, ground.path],
  )
}
export async function plantWorker(db: Db, ground: Ground): Promise<string> {
  const id = await plantPerson(db, ground, { serves: true })
  await plantPost(db, ground, id)
  return id
}

export async function plantCourse({ admin }: Db, ground: Ground): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into courses (region_id, id, path, title, posts, material, by_person, at) values ($1, $2, $3, '入户走访怎么做', '{gridWorker}', '讲义', $4, now())`,
    [ground.region, id, ground.community, newId()],
  )
  return id
}
/** A file that a course hands out. */
export async function plantCourseFile(db: Db, ground: Ground, storageKey: string): Promise<string> {
  const id = await plantFile(db, ground, storageKey, { personId: newId() })
  await db.admin.query(
    `insert into course_files (region_id, id, course_id, name, by_person, at) values ($1, $2, $3, '讲义.webp', $4, now())`,
    [ground.region, id, await plantCourse(db, ground), newId()],
  )
  return id
}
/** A session tomorrow, with whoever sits in it. */
export async function plantSession(db: Db, ground: Ground, ...people: string[]): Promise<string> {
  const [id, course] = [newId(), await plantCourse(db, ground)]
  await db.admin.query(
    `insert into course_sessions (region_id, id, course_id, path, starts_at, ends_at, place, trainer, seats, taken, by_person, at)
     values ($1, $2, $3, $4, now() + interval '1 day', now() + interval '26 hours', '社区', '讲师', 9, $5, $6, now())`,
    [ground.region, id, course, ground.community, people.length, newId()],
  )
  for (const person of people)
    await db.admin.query(
      `insert into course_seats (region_id, id, session_id, course_id, path, person_id, at) values ($1, $2, $3, $4, $5, $6, now())`,
      [ground.region, newId(), id, course, ground.community, person],
    )
  return id
}

export type PlantedWork = { readonly id: string; readonly item: string; readonly fact: string }
/** An agreement in a state, between a worker and a lead, with one item and one written fact. */
export async function plantWork(
  { admin }: Db,
  ground: Ground,
  who: { readonly worker: string; readonly lead: string },
  state: string,
): Promise<PlantedWork> {
  const [id, item, fact] = [newId(), newId(), newId()]
  const done = ['concluded', 'appealed', 'final'].includes(state)
  await admin.query(
    `insert into work_agreements (region_id, id, path, worker_id, lead_id, from_on, to_on, state, version, at, agreed_at, shown_at, concluded_at, appeal, appealed_at, answer_by)
     values ($1, $2, $3, $4, $5, current_date - 10, current_date + 10, $6, 1, now(), now(), now(), $7, $8, $9, current_date + 5)`,
    [
      ground.region,
      id,
      ground.path,
      who.worker,
      who.lead,
      state,
      done ? new Date().toISOString() : null,
      state === 'appealed' ? '我不同意' : null,
      state === 'appealed' ? new Date().toISOString() : null,
    ],
  )
  await admin.query(
    `insert into work_items (region_id, id, agreement_id, at_place, name, done_when, outcome, at) values ($1, $2, $3, 1, '走访', '都走到', $4, now())`,
    [ground.region, item, id, done ? 'notYet' : null],
  )
  await admin.query(
    `insert into work_facts (region_id, id, agreement_id, item_id, by_person, words, at) values ($1, $2, $3, $4, $5, '走了十户', now())`,
    [ground.region, fact, id, item, who.lead],
  )
  return { id, item, fact }
}

export async function plantPair(db: Db, ground: Ground, learner?: string): Promise<string> {
  const id = newId()
  await db.admin.query(
    `insert into mentor_pairs (region_id, id, path, mentor_id, learner_id, subject, from_on, until_on, by_person, at)
     values ($1, $2, $3, $4, $5, '入户走访', current_date, current_date + 100, $6, now())`,
    [
      ground.region,
      id,
      ground.path,
      await plantWorker(db, ground),
      learner ?? (await plantWorker(db, ground)),
      newId(),
    ],
  )
  return id
}

export async function plantAllowance(db: Db, ground: Ground): Promise<string> {
  const id = newId()
  await db.admin.query(
    `insert into allowances (region_id, id, path, person_id, category, from_on, by_person, at) values ($1, $2, $3, $4, 'fullTime', current_date - 40, $5, now())`,
    [ground.region, id, ground.path, await plantWorker(db, ground), newId()],
  )
  return id
}
