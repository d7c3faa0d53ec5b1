import type {
  CardPurpose,
  FamilyTie,
  ReferralGround,
  ReferralKind,
  Tenure,
} from '@linli/contract/cards/words'
import sql, { empty, type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

/** A card that nobody changes goes: so long after the last change (years). */
const KEPT_YEARS = 3

/** `cipher` and the consent it stands by; null takes the notes away. */
export type Notes = { readonly cipher: string; readonly consentId: string } | null
export type CardChange = {
  readonly purpose?: CardPurpose | undefined
  readonly tenure?: Tenure | undefined
  readonly visiting?: Notes | undefined
}

/**
 * Writes a card's fields if it is still the version that was seen; 0 is a card on which nothing stands yet. Notes are
 * written under a consent that holds at this moment and is held until the end of the transaction, so that taking it back
 * comes before or after, never between. Refuses `changed`, `noConsent`.
 */
export function changeCardStatement(
  region: number,
  household: string,
  version: number,
  change: CardChange,
  by: string,
): Sql {
  const { purpose, tenure, visiting } = change
  const notes = visiting ?? null
  const consent = notes
    ? sql`(select coalesce((select expires_at from consent), refuse('noConsent')::text::timestamptz))`
    : sql`null`
  const held = sql`consent as materialized (select expires_at from card_consents where region_id = ${region} and id = ${notes?.consentId ?? null}::uuid
    and household_id = ${household}::uuid and given and withdrawn_at is null and expires_at > app_now() for share)`
  const done =
    version === 0
      ? sql`insert into household_cards (region_id, household_id, version, purpose, tenure, visiting_cipher, visiting_consent_id, removed_at, changed_by, changed_at, expires_at)
          values (${region}, ${household}::uuid, 1, ${purpose ?? null}, ${tenure ?? null}, ${notes?.cipher ?? null}, ${notes?.consentId ?? null}::uuid, ${consent},
            ${by}::uuid, app_now(), app_now() + make_interval(years => ${KEPT_YEARS}))
          on conflict do nothing returning 1`
      : sql`update household_cards set version = version + 1, changed_by = ${by}::uuid, changed_at = app_now(), expires_at = app_now() + make_interval(years => ${KEPT_YEARS})
            ${purpose === undefined ? empty : sql`, purpose = ${purpose}`} ${tenure === undefined ? empty : sql`, tenure = ${tenure}`}
            ${visiting === undefined ? empty : sql`, visiting_cipher = ${notes?.cipher ?? null}, visiting_consent_id = ${notes?.consentId ?? null}::uuid, removed_at = ${consent}`}
          where region_id = ${region} and household_id = ${household}::uuid and version = ${version} returning 1`
  return sql`with ${held}, done as (${done}) select refuse('changed') where not exists (select from done)`
}

export type MemberEntry = {
  readonly personId: string
  readonly tie: FamilyTie
  readonly guardianId: string | null
  readonly minorUntil: string | null
}

/**
 * Writes the relations of members, who must live there now, and keeps all of the card's as long as the card.
 * Refuses `notMember`, `guardianWrong` (not a grown member of the household).
 */
export const membersStatement = (
  region: number,
  household: string,
  members: readonly MemberEntry[],
): Sql => sql`
  with wanted as (select * from json_to_recordset(${JSON.stringify(members)}::json) as w("personId" uuid, tie text, "guardianId" uuid, "minorUntil" date)),
    living as (select person_id from household_members where region_id = ${region} and household_id = ${household}::uuid and to_at is null),
    done as (insert into card_members (region_id, household_id, person_id, tie, guardian_id, minor_until, expires_at)
      select ${region}::int, ${household}::uuid, case when "personId" in (select person_id from living) then "personId" else refuse('notMember')::text::uuid end, tie,
        case when "guardianId" is null or ("guardianId" <> "personId" and "guardianId" in (select person_id from living)
          and "guardianId" not in (select "personId" from wanted where "guardianId" is not null)) then "guardianId" else refuse('guardianWrong')::text::uuid end,
        "minorUntil", app_now() + make_interval(years => ${KEPT_YEARS}) from wanted
      on conflict (region_id, household_id, person_id) do update set tie = excluded.tie, guardian_id = excluded.guardian_id, minor_until = excluded.minor_until,
        expires_at = excluded.expires_at returning 1)
  select count(*) from done`

/** Relations live as long as their card. */
export const keepMembersStatement = (region: number, household: string): Sql =>
  sql`update card_members set expires_at = app_now() + make_interval(years => ${KEPT_YEARS}) where region_id = ${region} and household_id = ${household}::uuid`

/** What stands on the card now, for a change; the household is one the caller has looked up. */
export async function cardNow(
  db: Database,
  region: number,
  household: string,
): Promise<{ version: number; visitingConsentId: string | null }> {
  const [row] = await db.read<{ version: number; visitingConsentId: string | null }>(
    systemScope(region),
    sql`select version, visiting_consent_id as "visitingConsentId" from household_cards where region_id = ${region} and household_id = ${household}::uuid`,
  )
  return row ?? { version: 0, visitingConsentId: null }
}

/** A referral of somebody who lives there now. Refuses `notMember`. */
export const referralStatement = (
  region: number,
  household: string,
  referral: {
    id: string
    personId: string
    kind: ReferralKind
    toCipher: string
    ground: ReferralGround
    by: string
  },
): Sql => sql`
  insert into card_referrals (region_id, id, household_id, person_id, kind, to_cipher, ground, by_person, at)
  select ${region}::int, ${referral.id}::uuid, ${household}::uuid,
    case when exists (select from household_members where region_id = ${region} and household_id = ${household}::uuid and person_id = ${referral.personId}::uuid and to_at is null)
      then ${referral.personId}::uuid else refuse('notMember')::text::uuid end,
    ${referral.kind}, ${referral.toCipher}, ${referral.ground}, ${referral.by}::uuid, app_now()`

/** Refuses `ended` when it is done already. */
export const closeReferralStatement = (region: number, id: string): Sql => sql`
  with done as (update card_referrals set done_at = app_now() where region_id = ${region} and id = ${id}::uuid and done_at is null returning 1)
  select refuse('ended') where not exists (select from done)`

/** Where the household of a row of the card lies, whoever asks: the caller checks the policy. */
export async function homeOfTag(
  db: Database,
  region: number,
  id: string,
): Promise<{ householdId: string; path: string; consentId: string } | undefined> {
  const [row] = await db.read<{ householdId: string; path: string; consentId: string }>(
    systemScope(region),
    sql`select t.household_id as "householdId", h.path, t.consent_id as "consentId" from card_tags t
      join households h on h.region_id = t.region_id and h.id = t.household_id where t.region_id = ${region} and t.id = ${id}::uuid`,
  )
  return row
}
export async function homeOfReferral(
  db: Database,
  region: number,
  id: string,
): Promise<{ householdId: string; path: string } | undefined> {
  const [row] = await db.read<{ householdId: string; path: string }>(
    systemScope(region),
    sql`select r.household_id as "householdId", h.path from card_referrals r
      join households h on h.region_id = r.region_id and h.id = r.household_id where r.region_id = ${region} and r.id = ${id}::uuid`,
  )
  return row
}
