import sql from 'sql-template-tag'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { personOf, type World } from '../moves.ts'

/** A household in which somebody lives alone, where they stand in the register. @returns its id */
export async function homeOf(world: World, name: string): Promise<string> {
  const { db } = world.house
  const { personId, path } = personOf(world, name)
  const id = newId()
  await db.commit(systemScope(1), [
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      values (1, ${id}::uuid, ${path}, '301室', 'x', ${Buffer.from(id)}, app_now())`,
    sql`insert into household_members (region_id, id, household_id, person_id, from_at)
      values (1, ${newId()}::uuid, ${id}::uuid, ${personId}::uuid, app_now())`,
  ])
  return id
}
