import sql from 'sql-template-tag'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import type { World } from '../moves.ts'
import { openAreas } from '../town.ts'

/** Units of the register that a scenario counts by the hundred. */
export async function plantUnits(world: World, count: number): Promise<{ id: string; name: string }[]> {
  const rows = Array.from({ length: count }, (_, at) => {
    const name = `共建单位${at + 1}`
    return { id: newId(), key: newId(), name: { zh: name, en: name } }
  })
  await world.house.db.commit(systemScope(1), [
    sql`insert into units (region_id, id, key, kind, name, opened_at)
      select 1, r.id, r.key, 'department', r.name, app_now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, key text, name jsonb)`,
  ])
  return rows.map(({ id, name }) => ({ id, name: name.zh }))
}

/** Paths for so many communities beside each other, with or without a street or town above them. */
export async function communitiesOf(world: World, count: number): Promise<string[]> {
  const { levels } = world.preset
  const at = levels.findIndex(({ key }) => key === 'community')
  const above = at === 0 ? '/' : `/${levels[0]?.prefix ?? 's'}01/`
  const paths = Array.from({ length: count }, (_, n) => `${above}c${String(n + 1).padStart(2, '0')}/`)
  for (const path of paths) await openAreas(world.house, world.preset, path)
  return paths
}
