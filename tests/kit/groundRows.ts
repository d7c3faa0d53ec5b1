import sql from 'sql-template-tag'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import type { Database } from '../../apps/server/src/kernel/db/database.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'

const GRIDS = ['/s01/c01/g01/b1/e1/', '/s01/c01/g01/b2/e1/', '/s01/c02/g01/b1/e1/']
const HOMES = 40
/** Who is cared for, by grid: of the last there are too few to be told. */
const CARED = [3, 0, 2]

/** Forty homes at each of three doors, two fifths of them met by a campaign that runs; five people cared for. */
export async function openGround(db: Database): Promise<void> {
  const campaign = newId()
  const scope = systemScope(1)
  await db.commit(scope, [
    sql`insert into campaigns (region_id, id, kind, name, path, from_on, to_on, by_person, at)
      values (1, ${campaign}, 'homeVisits', '敲门行动', '/s01/', current_date - 3, current_date + 3, ${newId()}, now())`,
    sql`insert into campaign_terms (region_id, campaign_id, owner_person, targets, in_pairs, at) values (1, ${campaign}, ${newId()}, 'households', false, now())`,
  ])
  for (const [at, path] of GRIDS.entries())
    await db.commit(scope, [
      sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
        select 1, md5(${path} || n)::uuid, ${path}, n::text, 'x', decode(md5(${path} || n), 'hex'), now() from generate_series(1, ${HOMES}::int) n`,
      sql`insert into visit_records (region_id, id, visit_id, campaign_id, household_id, path, form_id, replaces, outcome, answers, order_ids, by_person, device_at, at)
        select 1, gen_random_uuid(), gen_random_uuid(), ${campaign}, md5(${path} || n)::uuid, ${path}, ${newId()}, '{}', case when n <= ${(HOMES * 2) / 5}::int then 'met' else 'notHome' end,
          '{}', '{}', ${newId()}, now(), now() from generate_series(1, ${HOMES / 2}::int) n`,
      sql`insert into care_plans (region_id, id, person_id, household_id, path, carer_id, from_on, until_on, way, words_version, agreed_by, agreed_at, last_seen_at, version, by_person, at)
        select 1, md5('plan' || ${path} || n)::uuid, md5('cared' || ${path} || n)::uuid, md5(${path} || n)::uuid, ${path}, ${newId()}, current_date - 1, current_date + 100, 'phone', 1,
          gen_random_uuid(), now(), now(), 1, ${newId()}, now() from generate_series(1, ${CARED[at] ?? 0}::int) n`,
      sql`insert into care_lines (region_id, plan_id, person_id, rhythm, due_at, next_at, step)
        select 1, id, person_id, 'dailyContact', now() + interval '1 day', now() + interval '1 day', 0 from care_plans where region_id = 1 and path = ${path}`,
    ])
}
