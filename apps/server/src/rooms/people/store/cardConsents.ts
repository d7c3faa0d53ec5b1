import type { ConsentWay } from '@linli/contract/cards/words'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`
/** The end of a day of the region's calendar. */
const endOf = (day: string): Sql => sql`((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
/** The longest a consent lasts (days). */
const MOST_DAYS = 366

/** Who speaks for somebody of a household: the guardian for a child under fourteen, else the person. */
export type Speaker = {
  readonly speakerId: string
  readonly isChild: boolean
  readonly hasAccount: boolean
  readonly minorUntil: string | null
  /** Whether the day asked for lies within what is allowed. */
  readonly untilFits: boolean
}

/** Reads who is to be asked; undefined when the person does not live there now. @param until the last day asked for */
export async function speakerFor(
  db: Database,
  region: number,
  household: string,
  personId: string,
  until: string,
): Promise<Speaker | undefined> {
  // Under row-level security an index is asked with CASE, but not with COALESCE, which PostgreSQL does not hold for leakproof.
  const [row] = await db.read<Speaker>(
    systemScope(region),
    sql`select coalesce(k.guardian_id, m.person_id) as "speakerId", k.guardian_id is not null as "isChild", (select s.account_id is not null from people s where s.region_id = m.region_id
          and s.id = case when k.guardian_id is null then m.person_id else k.guardian_id end) as "hasAccount", k.minor_until as "minorUntil",
        ${until}::date > ${TODAY} and ${until}::date <= ${TODAY} + ${MOST_DAYS}::int and ${until}::date < coalesce(k.minor_until, 'infinity'::date) as "untilFits"
      from household_members m
        left join card_members k on k.region_id = m.region_id and k.household_id = m.household_id and k.person_id = m.person_id and k.minor_until > ${TODAY}
      where m.region_id = ${region} and m.household_id = ${household}::uuid and m.person_id = ${personId}::uuid and m.to_at is null`,
  )
  return row
}

export type NewConsent = {
  readonly id: string
  readonly householdId: string
  readonly personId: string
  readonly kindCipher: string
  readonly whyCipher: string
  readonly wordsVersion: number
  readonly way: ConsentWay
  readonly askedBy: string
  readonly until: string
  /** Who has answered yes already, on paper or by writing it; null while it waits. */
  readonly givenBy: string | null
}
export const askConsentStatement = (region: number, consent: NewConsent): Sql => sql`
  insert into card_consents (region_id, id, household_id, person_id, kind_cipher, why_cipher, words_version, way, asked_by, asked_at, answered_by, answered_at, given, expires_at)
  values (${region}, ${consent.id}::uuid, ${consent.householdId}::uuid, ${consent.personId}::uuid, ${consent.kindCipher}, ${consent.whyCipher}, ${consent.wordsVersion}, ${consent.way},
    ${consent.askedBy}::uuid, app_now(), ${consent.givenBy}::uuid, case when ${consent.givenBy}::uuid is null then null else app_now() end,
    case when ${consent.givenBy}::uuid is null then null else true end, ${endOf(consent.until)})`

/** Who of a household has that name: the one who does, and nobody where two do. */
export async function memberNamed(
  db: Database,
  region: number,
  household: string,
  name: string,
): Promise<string | undefined> {
  const found = await db.read<{ id: string }>(
    systemScope(region),
    sql`select p.id from household_members m join people p on p.region_id = m.region_id and p.id = m.person_id and p.erased_at is null
      where m.region_id = ${region} and m.household_id = ${household}::uuid and m.to_at is null and p.name = ${name} limit 2`,
  )
  return found.length === 1 ? found[0]?.id : undefined
}

/** `kindCipher` and `whyCipher` are null where it was declined: then nothing of it is kept but that it was asked. */
export type DoorConsent = Omit<NewConsent, 'kindCipher' | 'whyCipher' | 'way' | 'givenBy'> & {
  readonly kindCipher: string | null
  readonly whyCipher: string | null
  readonly answeredBy: string
  readonly given: boolean
  readonly presentId: string | null
  readonly pressedAt: string
}
/** Asked and answered in one at the door. No clock of a phone says that it was pressed later than now. Refuses `presentUnknown`. */
export const doorConsentStatements = (region: number, consent: DoorConsent): Sql[] => [
  ...(consent.presentId === null
    ? []
    : [
        sql`select refuse('presentUnknown') where ${consent.presentId}::uuid = ${consent.askedBy}::uuid
          or not exists (select from people p where p.region_id = ${region} and p.id = ${consent.presentId}::uuid and p.erased_at is null)`,
      ]),
  sql`insert into card_consents (region_id, id, household_id, person_id, kind_cipher, why_cipher, words_version, way, asked_by, asked_at, answered_by, answered_at, given, expires_at, pressed_at, present_id)
    values (${region}, ${consent.id}::uuid, ${consent.householdId}::uuid, ${consent.personId}::uuid, ${consent.kindCipher}, ${consent.whyCipher}, ${consent.wordsVersion}, 'door',
      ${consent.askedBy}::uuid, app_now(), ${consent.answeredBy}::uuid, app_now(), ${consent.given}, ${consent.given ? endOf(consent.until) : sql`app_now()`},
      least(${consent.pressedAt}::timestamptz, app_now()), ${consent.presentId}::uuid)`,
]

/** The last day, a year from now at most, for words that somebody writes themselves. */
export async function yearFromNow(db: Database, region: number): Promise<string> {
  const [row] = await db.read<{ day: string }>(systemScope(region), sql`select ${TODAY} + 365 as day`)
  if (!row) throw new Error('the database has no time')
  return row.day
}

export type ConsentRecord = {
  readonly id: string
  readonly householdId: string
  readonly personId: string
  readonly kindCipher: string | null
  /** Whether the person asking speaks for whom it is about: oneself, or one's ward. */
  readonly isMine: boolean
}

/** A consent, whoever asks: the caller checks whose it is. */
export async function consentById(
  db: Database,
  region: number,
  id: string,
  me: string,
): Promise<ConsentRecord | undefined> {
  const [row] = await db.read<ConsentRecord>(
    systemScope(region),
    sql`select c.id, c.household_id as "householdId", c.person_id as "personId", c.kind_cipher as "kindCipher",
        coalesce(k.guardian_id, c.person_id) = ${me}::uuid or coalesce(c.answered_by = ${me}::uuid, false) as "isMine"
      from card_consents c left join card_members k on k.region_id = c.region_id and k.household_id = c.household_id and k.person_id = c.person_id and k.minor_until > ${TODAY}
      where c.region_id = ${region} and c.id = ${id}::uuid`,
  )
  return row
}

/** The answer of whoever speaks. A no empties what was asked. Refuses `answered`. */
export const answerConsentStatement = (region: number, id: string, by: string, given: boolean): Sql => sql`
  with done as (update card_consents set answered_by = ${by}::uuid, answered_at = app_now(), given = ${given}
      ${given ? sql`` : sql`, kind_cipher = null, why_cipher = null, expires_at = app_now()`}
    where region_id = ${region} and id = ${id}::uuid and answered_at is null and withdrawn_at is null and expires_at > app_now() returning 1)
  select refuse('answered') where not exists (select from done)`

/**
 * Ends a consent and everything that stands by it, words and all, at once: in this order, since whoever writes under a
 * consent holds its row. Refuses `ended`.
 */
export const endConsentStatements = (region: number, id: string): Sql[] => [
  sql`with done as (update card_consents set withdrawn_at = app_now(), kind_cipher = null, why_cipher = null, expires_at = least(expires_at, app_now())
      where region_id = ${region} and id = ${id}::uuid and given and withdrawn_at is null returning 1)
    select refuse('ended') where not exists (select from done)`,
  sql`update card_tags set kind_cipher = null, help_cipher = null, expires_at = app_now() where region_id = ${region} and consent_id = ${id}::uuid`,
  sql`update household_cards set version = version + 1, visiting_cipher = null, visiting_consent_id = null, removed_at = null
    where region_id = ${region} and visiting_consent_id = ${id}::uuid`,
]

/** A tag under a consent that holds now; violates the one tag a consent. Refuses `noConsent`. */
export const setTagStatement = (
  region: number,
  tag: {
    id: string
    householdId: string
    consentId: string
    kindCipher: string
    helpCipher: string | null
    by: string
  },
): Sql => sql`
  with consent as materialized (select household_id, person_id, expires_at from card_consents where region_id = ${region} and id = ${tag.consentId}::uuid
      and household_id = ${tag.householdId}::uuid and given and withdrawn_at is null and expires_at > app_now() for share),
    done as (insert into card_tags (region_id, id, household_id, person_id, consent_id, kind_cipher, help_cipher, set_by, set_at, expires_at)
      select ${region}::int, ${tag.id}::uuid, household_id, person_id, ${tag.consentId}::uuid, ${tag.kindCipher}, ${tag.helpCipher}, ${tag.by}::uuid, app_now(), expires_at
      from consent returning 1)
  select refuse('noConsent') where not exists (select from done)`
