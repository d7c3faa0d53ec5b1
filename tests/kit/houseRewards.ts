import { newId } from '../../apps/server/src/kernel/ids.ts'
import { newCode, newNumber } from '../../apps/server/src/rooms/points/pickUp.ts'
import { codeContext, codeIndex } from '../../apps/server/src/rooms/points/store/redemptions.ts'
import type { TestHouse } from './house.ts'
import type { Ground } from './houseGround.ts'

// Rewards and redemptions, planted behind the house's back with books that balance.

type Db = Pick<TestHouse, 'admin' | 'house'>
const COST = 10

/** A company that is not the cast's own. */
export async function otherCompany({ admin }: Pick<Db, 'admin'>, region: number): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(
    `select id from units where region_id = $1 and kind = 'company' order by key desc limit 1`,
    [region],
  )
  if (!rows[0]) throw new Error('the region has no company')
  return rows[0].id
}

/** A reward of 10 points that does not run out. */
export async function plantReward(db: Db, ground: Ground, unitId?: string): Promise<string> {
  const id = newId()
  await db.admin.query(
    `insert into rewards (region_id, id, kind, unit_id, name, points, fen, base, area, from_at, added_at) values ($1, $2, 'goods', $3, '{"zh":"鸡蛋","en":"Eggs"}', $4, 100, 0, $5, now() - interval '1 hour', now())`,
    [ground.region, id, unitId ?? (await otherCompany(db, ground.region)), COST, ground.community],
  )
  return id
}

/** Ten points for a person, earned from the community's issuer. @returns the person's account */
export async function plantPurse(
  { admin }: Pick<Db, 'admin'>,
  ground: Ground,
  personId: string,
): Promise<string> {
  const account = async (kind: string, person: string | null, amount: number): Promise<string> => {
    const target = person
      ? '(region_id, person_id) where person_id is not null'
      : `(region_id, community) where kind = 'issuer'`
    const { rows } = await admin.query<{ id: string }>(
      `insert into point_accounts (region_id, id, kind, person_id, community, balance, opened_at) values ($1, $2, $3, $4, $5, $6, now())
       on conflict ${target} do update set balance = point_accounts.balance + $6 returning id`,
      [ground.region, newId(), kind, person, ground.community, amount],
    )
    return rows[0]?.id ?? ''
  }
  const [issuer, purse] = [await account('issuer', null, -COST), await account('person', personId, COST)]
  await admin.query(
    `insert into point_entries (region_id, id, phase, kind, debit_account, credit_account, amount, order_id, round, at) values ($1, $2, 'posted', 'earn', $3, $4, $5, $6, 1, now())`,
    [ground.region, newId(), issuer, purse, COST, newId()],
  )
  return purse
}

/** A redemption that waits for its merchant, or was collected. */
export async function plantRedemption(
  db: Db,
  ground: Ground,
  of: { personId: string; unitId?: string | undefined; collected?: boolean },
): Promise<{ id: string; code: string }> {
  const { admin, house } = db
  const { region, community } = ground
  const unit = of.unitId ?? (await otherCompany(db, region))
  const [id, hold, code, held] = [newId(), newId(), newCode(8), !of.collected]
  const purse = await plantPurse(db, ground, of.personId)
  const reward = await plantReward(db, ground, unit)
  await admin.query(
    `update point_accounts set held = held + $3, balance = balance - $4 where region_id = $1 and id = $2`,
    [region, purse, held ? COST : 0, held ? 0 : COST],
  )
  const merchant = await admin.query<{ id: string }>(
    `insert into point_accounts (region_id, id, kind, unit_id, community, pending, balance, opened_at) values ($1, $2, 'merchant', $3, $4, $5, $6, now())
     on conflict (region_id, unit_id, community) where kind = 'merchant'
     do update set pending = point_accounts.pending + $5, balance = point_accounts.balance + $6 returning id`,
    [region, newId(), unit, community, held ? COST : 0, held ? 0 : COST],
  )
  await admin.query(
    `insert into redemptions (region_id, id, number, reward_id, person_id, unit_id, area, quantity, points, fen, state, code_cipher, code_hmac, held_at, remind_at, collect_before, collected_at)
     values ($1, $2, $3, $4, $5, $6, $7, 1, $8, 100, $9, $10, $11, now(), now() + interval '22 hours', now() + interval '1 day', $12)`,
    [
      region,
      id,
      newNumber(Date.now()),
      reward,
      of.personId,
      unit,
      community,
      COST,
      held ? 'held' : 'collected',
      held ? house.crypto.encryptField(code, codeContext(region)) : null,
      held ? codeIndex(house.crypto, region, code) : null,
      held ? null : new Date(),
    ],
  )
  for (const [entry, phase, settles] of [
    [hold, 'pending', null],
    ...(held ? [] : [[newId(), 'posted', hold]]),
  ])
    await admin.query(
      `insert into point_entries (region_id, id, phase, kind, debit_account, credit_account, amount, redemption_id, settles, at) values ($1, $2, $3, 'redeem', $4, $5, $6, $7, $8, now())`,
      [region, entry, phase, purse, merchant.rows[0]?.id, COST, id, settles],
    )
  return { id, code }
}
