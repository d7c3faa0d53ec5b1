import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import type { Ground as Whole } from './houseGround.ts'

// Pages of who somebody is, their promises, menus and lists, planted behind the house's back.

type Db = { readonly admin: Pick<TestHouse['admin'], 'query'> }
type Ground = Pick<Whole, 'region' | 'community'>

/** A page with one open promise, in place of the one its person had. */
export async function plantPledges(
  { admin }: Db,
  { region, community }: Ground,
  personId: string,
): Promise<{ page: string; pledge: string }> {
  const [page, pledge] = [newId(), newId()]
  await admin.query(
    `insert into pledge_pages (region_id, id, person_id, path, called, duties, audience, shown_at)
      values ($1, $2, $3, $4, '王师傅', '三栋的楼道', 'everybody', now())
      on conflict (region_id, person_id) do update set id = excluded.id, path = excluded.path, hidden_at = null, hidden_by = null, hidden_words = null`,
    [region, page, personId, community],
  )
  await admin.query(
    `insert into pledges (region_id, id, person_id, path, words, state, at) values ($1, $2, $3, $4, '每月看一次楼道灯', 'open', now())`,
    [region, pledge, personId, community],
  )
  return { page, pledge }
}

export async function plantMenuItem({ admin }: Db, { region, community }: Ground): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into menu_items (region_id, id, path, name, about, takers, added_by, added_at) values ($1, $2, $3, '修雨棚', '周六上午，带工具', 'both', $4, now())`,
    [region, id, community, newId()],
  )
  return id
}

export async function plantMenuTake(
  db: Db,
  ground: Ground,
  by: { readonly personId: string } | { readonly unitId: string },
): Promise<string> {
  const [id, itemId] = [newId(), await plantMenuItem(db, ground)]
  const [personId, unitId] = 'unitId' in by ? [null, by.unitId] : [by.personId, null]
  await db.admin.query(
    `insert into menu_takes (region_id, id, item_id, path, person_id, unit_id, taken_at) values ($1, $2, $3, $4, $5, $6, now())`,
    [ground.region, id, itemId, ground.community, personId, unitId],
  )
  return id
}

export async function plantList({ admin }: Db, { region, community }: Ground, unitId: string) {
  const [id, line] = [newId(), newId()]
  await admin.query(
    `insert into partner_lists (region_id, id, unit_id, path, lines, sent_by, sent_at) values ($1, $2, $3, $4, $5, $6, now())`,
    [region, id, unitId, community, JSON.stringify([{ id: line, kind: 'need', words: '修雨棚' }]), newId()],
  )
  return { id, line }
}
