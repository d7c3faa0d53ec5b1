import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import type { Ground as Whole } from './houseGround.ts'

// Check-ins, letters, cards and agreements, planted behind the house's back.

type Db = { readonly admin: Pick<TestHouse['admin'], 'query'> }
type Ground = Pick<Whole, 'region' | 'community'>

/** A unit of its own, so that what it is party to is nobody else's. */
export async function plantUnit({ admin }: Db, region: number): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into units (region_id, id, key, kind, name, opened_at) values ($1, $2, $3, 'department', $4, now())`,
    [region, id, `partner${newSlug()}`, JSON.stringify({ zh: '区财政局', en: 'Finance bureau' })],
  )
  return id
}

type Wish = { readonly unitId: string; readonly personId?: string; readonly state?: 'asked' | 'accepted' }
/** A member's check-in, or a unit's where no member is named. */
export async function plantCheckIn(
  { admin }: Db,
  { region, community }: Ground,
  { unitId, personId, state = 'asked' }: Wish,
): Promise<string> {
  const id = newId()
  // One at a time: what the member had before has ended.
  if (personId)
    await admin.query(
      `update check_ins set state = 'ended' where region_id = $1 and person_id = $2 and kind = 'member'`,
      [region, personId],
    )
  else
    await admin.query(
      `update check_ins set state = 'ended' where region_id = $1 and unit_id = $2 and path = $3 and kind = 'unit'`,
      [region, unitId, community],
    )
  await admin.query(
    `insert into check_ins (region_id, id, kind, unit_id, person_id, liaison_id, path, state, asked_at, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now(), case when $8 = 'accepted' then now() end)`,
    [
      region,
      id,
      personId ? 'member' : 'unit',
      unitId,
      personId ?? null,
      personId ? null : newId(),
      community,
      state,
    ],
  )
  return id
}

type Bearer = { readonly unitId: string; readonly personId: string; readonly checkInId: string }
export async function plantLetter(
  { admin }: Db,
  { region, community }: Ground,
  { unitId, personId, checkInId }: Bearer,
): Promise<{ id: string; slug: string }> {
  const [id, slug] = [newId(), newSlug()]
  await admin.query(
    `insert into letters (region_id, id, check_in_id, unit_id, person_id, path, number, slug, issued_by, issued_at, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $5, now(), current_date + 365)`,
    [region, id, checkInId, unitId, personId, community, `介〔2026〕${slug}号`, slug],
  )
  return { id, slug }
}

/** A card, by default one that waits for the member's word. */
export async function plantCard(
  { admin }: Db,
  { region, community }: Ground,
  { unitId, personId, checkInId }: Bearer,
  state: 'drawn' | 'agreed' | 'sent' = 'drawn',
): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into feedback_cards (region_id, id, check_in_id, unit_id, person_id, path, number, from_on, to_on, orders, duties, duty_minutes,
       state, drawn_by, drawn_at, consented_at, sent_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, current_date - 30, current_date, 2, 1, 240, $8, $5, now(),
       case when $8 <> 'drawn' then now() end, case when $8 = 'sent' then now() end, 1)`,
    [region, id, checkInId, unitId, personId, community, `反〔2026〕${newSlug()}号`, state],
  )
  return id
}

/** A report of a unit, by default one that the unit has not seen. */
export async function plantReport(
  { admin }: Db,
  { region, community }: Ground,
  { unitId, checkInId }: Pick<Bearer, 'unitId' | 'checkInId'>,
  state: 'drawn' | 'answered' = 'drawn',
): Promise<string> {
  const [id, by] = [newId(), newId()]
  await admin.query(
    `insert into unit_reports (region_id, id, check_in_id, unit_id, path, number, from_on, to_on, state, drawn_by, drawn_at, answered_by, answered_at, version)
     values ($1, $2, $3, $4, $5, $6, current_date - 30, current_date, $7, $8, now(), case when $7 = 'answered' then $8::uuid end,
       case when $7 = 'answered' then now() end, 1)`,
    [region, id, checkInId, unitId, community, `报〔2026〕${newSlug()}号`, state, by],
  )
  return id
}

/** An agreement with one task and one sum the unit promised; who proposed it stands on the other side than who is to sign. */
export async function plantAgreement(
  { admin }: Db,
  { region, community }: Ground,
  {
    unitId,
    state = 'signed',
    proposed = 'unit',
  }: {
    readonly unitId: string
    readonly state?: 'proposed' | 'signed'
    readonly proposed?: 'unit' | 'community'
  },
  side: 'unit' | 'community' = 'unit',
): Promise<{ id: string; task: string; funds: string }> {
  const [id, task, funds] = [newId(), newId(), newId()]
  await admin.query(
    `insert into agreements (region_id, id, unit_id, path, title, from_on, to_on, state, is_public, proposed_side, proposed_by, proposed_at,
       answered_at, version)
     values ($1, $2, $3, $4, '结对共建协议', current_date - 30, current_date + 300, $5, true, $6, $7, now(),
       case when $5 = 'signed' then now() end, 1)`,
    [region, id, unitId, community, state, proposed, newId()],
  )
  await admin.query(
    `insert into agreement_promises (region_id, id, agreement_id, kind, side, words, due_on, fen, state)
     values ($1, $3, $2, 'task', $5, '装十盏路灯', current_date + 30, null, 'open'),
       ($1, $4, $2, 'funds', $5, '帮扶资金', current_date + 60, 1000000, 'open')`,
    [region, id, task, funds, side],
  )
  return { id, task, funds }
}
