import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import type { Ground } from './houseGround.ts'
import { OPEN_ALWAYS } from './houseStations.ts'

// Merchants and notices about them, planted behind the house's back.

type Db = Pick<TestHouse, 'admin'>
export type PlantedMerchant = { id: string; slug: string; unitId: string }

/** A pharmacy with a unit of its own, open day and night. */
export async function plantMerchant(
  { admin }: Db,
  ground: Ground,
  {
    trusted = false,
    asks = false,
    unitId,
  }: { readonly trusted?: boolean; readonly asks?: boolean; readonly unitId?: string } = {},
): Promise<PlantedMerchant> {
  const merchant = { id: newId(), slug: newSlug(), unitId: unitId ?? newId() }
  await admin.query(
    'update merchants set closed_at = now() where region_id = $1 and unit_id = $2 and closed_at is null',
    [ground.region, merchant.unitId],
  )
  await admin.query(
    `with unit as (insert into units (region_id, id, key, kind, name, opened_at) select $1, $4, $3, 'company', '{"zh":"桥头药店","en":"Bridge pharmacy"}', now() where not $8::boolean)
     insert into merchants (region_id, id, slug, unit_id, name, path, address, longitude, latitude, services, step_free, hours, trusted_at, version, added_at)
     values ($1, $2, $3, $4, '桥头药店', $5, '桥头 1 号', 1159000000, 286800000, '{pharmacy}', true, $6, case when $7 then now() end, 1, now())`,
    [
      ground.region,
      merchant.id,
      merchant.slug,
      merchant.unitId,
      ground.community,
      OPEN_ALWAYS,
      trusted,
      unitId !== undefined,
    ],
  )
  if (asks)
    await admin.query(
      `update merchants set asked_services = '{groceries}', asked_hours = hours, asked_by = gen_random_uuid(), asked_at = now() where region_id = $1 and id = $2`,
      [ground.region, merchant.id],
    )
  return merchant
}

/** A notice given by somebody else; `over`: its time is past. */
export async function plantTrustNotice(
  db: Db,
  ground: Ground,
  { over = false }: { readonly over?: boolean } = {},
): Promise<{ id: string; merchant: PlantedMerchant }> {
  const [id, merchant] = [newId(), await plantMerchant(db, ground)]
  await db.admin.query(
    `insert into merchant_notices (region_id, id, merchant_id, path, kind, rule_version, services, points, state, proposed_by, from_at, until_at)
     values ($1, $2, $3, $4, 'award', gen_random_uuid(), 12, 60, 'open', gen_random_uuid(), now() - interval '8 days', now() + case when $5 then -1 else 1 end * interval '1 day')`,
    [ground.region, id, merchant.id, ground.community, over],
  )
  return { id, merchant }
}

/** An objection of somebody that waits for its answer. */
export async function plantObjection(db: Db, ground: Ground, personId = newId()): Promise<string> {
  const [id, notice] = [newId(), await plantTrustNotice(db, ground)]
  await db.admin.query(
    `insert into merchant_objections (region_id, id, notice_id, path, person_id, words, at) values ($1, $2, $3, $4, $5, '上周卖了过期的药', now())`,
    [ground.region, id, notice.id, ground.community, personId],
  )
  return id
}
