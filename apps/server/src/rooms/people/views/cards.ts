import type {
  ConsentState,
  ConsentWay,
  FamilyTie,
  ReferralGround,
  ReferralKind,
} from '@linli/contract/cards/words'
import type { ContactEvery } from '@linli/contract/people/pairingWords'
import sql, { type Sql } from 'sql-template-tag'
import { fullName } from '../../places/index.ts'

const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`
/** The last day of something that ends at a moment. */
const lastDay = (moment: Sql): Sql =>
  sql`((${moment} - interval '1 second') at time zone 'Asia/Shanghai')::date`
/** The post somebody held on that day; null for whoever held none. */
const postOf = (
  person: Sql,
  moment: Sql,
): Sql => sql`(select s.post from posts s where s.region_id = t.region_id and s.person_id = ${person}
  and s.from_on <= (${moment} at time zone 'Asia/Shanghai')::date and (s.to_on is null or s.to_on >= (${moment} at time zone 'Asia/Shanghai')::date) order by s.from_on desc limit 1)`

export type MemberRow = {
  personId: string
  name: string
  tail: string | null
  tie: FamilyTie | null
  guardianId: string | null
  minorUntil: string | null
}
export type ContactRow = { rule: string; name: string; fromOn: string; every: ContactEvery | null }
export type CardRow = {
  version: number
  areaName: string
  room: string
  path: string
  purpose: string | null
  tenure: string | null
  visitingCipher: string | null
  visitingConsentId: string | null
  visitingPersonId: string | null
  visitingUntil: string | null
  changedAt: string | null
  keptUntil: string | null
  members: MemberRow[]
  contacts: ContactRow[]
}

/** A household's card with the members who live there now; one row. */
export const cardQuery = (region: number, household: string): Sql => sql`
  select coalesce(c.version, 0) as version, ${fullName('h.region_id', 'h.path')} as "areaName", h.room, h.path, c.purpose, c.tenure,
    case when v.id is null then null else c.visiting_cipher end as "visitingCipher", v.id as "visitingConsentId", v.person_id as "visitingPersonId",
    ${lastDay(sql`v.expires_at`)} as "visitingUntil", c.changed_at as "changedAt", c.expires_at as "keptUntil",
    coalesce((select json_agg(json_build_object('personId', m.person_id, 'name', p.name, 'tail', p.phone_tail, 'tie', k.tie,
        'guardianId', case when k.minor_until > ${TODAY} then k.guardian_id end, 'minorUntil', case when k.minor_until > ${TODAY} then k.minor_until end) order by m.from_at, m.id)
      from household_members m join people p on p.region_id = m.region_id and p.id = m.person_id and p.erased_at is null
        left join card_members k on k.region_id = m.region_id and k.household_id = m.household_id and k.person_id = m.person_id
      where m.region_id = h.region_id and m.household_id = h.id and m.to_at is null), '[]') as members,
    coalesce((select json_agg(json_build_object('rule', m.rule, 'name', p.name, 'fromOn', m.from_on, 'every', g.every) order by m.rule, m.id)
      from pairings m join people p on p.region_id = m.region_id and p.id = m.taker_id and p.erased_at is null
        join pairing_plans g on g.region_id = m.region_id and g.id = m.plan_id
      where m.region_id = h.region_id and m.household_id = h.id and m.accepted and m.to_on is null), '[]') as contacts
  from households h
    left join household_cards c on c.region_id = h.region_id and c.household_id = h.id
    left join card_consents v on v.region_id = c.region_id and v.id = c.visiting_consent_id and v.given and v.withdrawn_at is null and v.expires_at > app_now()
  where h.region_id = ${region} and h.id = ${household}::uuid and h.closed_at is null`

export type TagRow = {
  id: string
  consentId: string
  personId: string
  personName: string
  kindCipher: string
  helpCipher: string | null
  whyCipher: string | null
  askedPost: string | null
  isOwnWords: boolean
  setAt: string
  until: string
}
/** What stands on a card by a consent that holds at this moment. @param whose a condition over the tag `t` */
export const tagsQuery = (region: number, household: string, whose: Sql): Sql => sql`
  select t.id, t.consent_id as "consentId", t.person_id as "personId", p.name as "personName", t.kind_cipher as "kindCipher", t.help_cipher as "helpCipher",
    c.why_cipher as "whyCipher", ${postOf(sql`c.asked_by`, sql`c.asked_at`)} as "askedPost", c.asked_by = c.person_id as "isOwnWords", t.set_at as "setAt", ${lastDay(sql`t.expires_at`)} as until
  from card_tags t join card_consents c on c.region_id = t.region_id and c.id = t.consent_id and c.given and c.withdrawn_at is null and c.expires_at > app_now()
    join household_members m on m.region_id = t.region_id and m.household_id = t.household_id and m.person_id = t.person_id and m.to_at is null
    join people p on p.region_id = t.region_id and p.id = t.person_id and p.erased_at is null
  where t.region_id = ${region} and t.household_id = ${household}::uuid and t.kind_cipher is not null and t.expires_at > app_now() and ${whose} order by t.id`

export type ConsentRow = {
  id: string
  personId: string
  personName: string
  kindCipher: string | null
  whyCipher: string | null
  way: ConsentWay
  state: ConsentState
  askedPost: string | null
  isOwnWords: boolean
  askedAt: string
  answeredAt: string | null
  pressedAt: string | null
  isSecondPresent: boolean
  presentPost: string | null
  until: string
  used: boolean
}
const MOST_CONSENTS = 50
/** Consents that were asked for, newest first. @param whose a condition over the consent `t` */
export const consentsQuery = (region: number, whose: Sql): Sql => sql`
  select t.id, t.person_id as "personId", p.name as "personName", t.kind_cipher as "kindCipher", t.why_cipher as "whyCipher", t.way,
    case when t.withdrawn_at is not null then 'withdrawn' when not t.given then 'refused' when t.expires_at <= app_now() then 'expired' when t.given then 'given' else 'waiting' end as state,
    ${postOf(sql`t.asked_by`, sql`t.asked_at`)} as "askedPost", t.asked_by = t.person_id as "isOwnWords", t.asked_at as "askedAt", t.answered_at as "answeredAt",
    t.pressed_at as "pressedAt", t.present_id is not null as "isSecondPresent", ${postOf(sql`t.present_id`, sql`t.asked_at`)} as "presentPost", ${lastDay(sql`t.expires_at`)} as until,
    exists (select from card_tags g where g.region_id = t.region_id and g.consent_id = t.id)
      or exists (select from household_cards c where c.region_id = t.region_id and c.visiting_consent_id = t.id) as used
  from card_consents t join people p on p.region_id = t.region_id and p.id = t.person_id and p.erased_at is null
  where t.region_id = ${region} and ${whose} order by t.asked_at desc, t.id desc limit ${MOST_CONSENTS}`

export type ReferralRow = {
  id: string
  personId: string
  personName: string
  kind: ReferralKind
  toCipher: string
  ground: ReferralGround
  at: string
  doneAt: string | null
}
export const referralsQuery = (region: number, household: string, whose: Sql): Sql => sql`
  select t.id, t.person_id as "personId", p.name as "personName", t.kind, t.to_cipher as "toCipher", t.ground, t.at, t.done_at as "doneAt"
  from card_referrals t join people p on p.region_id = t.region_id and p.id = t.person_id and p.erased_at is null
  where t.region_id = ${region} and t.household_id = ${household}::uuid and ${whose} order by t.at desc, t.id desc limit ${MOST_CONSENTS}`

/** Those who live there now. */
export const livingThere = (household: string): Sql =>
  sql`t.household_id = ${household}::uuid and exists (select from household_members m where m.region_id = t.region_id and m.household_id = t.household_id
    and m.person_id = t.person_id and m.to_at is null)`
/** In place of `spokenForBy`: nobody's rows. */
export const NOBODY = sql`false`

/** One's own, and of a child one is the guardian of. */
export const spokenForBy = (me: string): Sql =>
  sql`(t.person_id = ${me}::uuid or exists (select from card_members k where k.region_id = t.region_id and k.household_id = t.household_id
    and k.person_id = t.person_id and k.guardian_id = ${me}::uuid and k.minor_until > ${TODAY}))`

export type CardLookRow = {
  id: string
  at: string
  action: string
  reason: string | null
  post: string | null
}
const MOST_LOOKS = 50
/** What a household does with its own card is no look, and nothing its other members are told of. */
const OWN_ACTS = ['correctMyCard', 'answerConsent', 'withdrawConsent']
/** An entry of the record about a household that is a look or an act of staff. */
export const byStaff = (action: Sql): Sql => sql`not (${action} = any(${OWN_ACTS}::text[]))`
/** Who opened or changed the card since one lives there, others than oneself; newest first. */
export const cardLooksQuery = (region: number, household: string, me: string): Sql => sql`
  select t.id, t.at, t.action, t.reason, ${postOf(sql`t.person_id`, sql`t.at`)} as post from audit_entries t
  where t.region_id = ${region} and t.subject_kind = 'household' and t.subject_id = ${household}::uuid and t.person_id is not null and t.person_id <> ${me}::uuid and not (t.facts ? 'refused') and ${byStaff(sql`t.action`)}
    and t.at >= (select min(m.from_at) from household_members m where m.region_id = t.region_id and m.household_id = t.subject_id and m.person_id = ${me}::uuid and m.to_at is null)
  order by t.seq desc limit ${MOST_LOOKS}`

/** The household somebody lives in now, and whether a guardian speaks for them; no row without one. */
export const homeQuery = (region: number, me: string): Sql => sql`
  select m.household_id as "householdId", exists (select from card_members k where k.region_id = m.region_id and k.household_id = m.household_id
    and k.person_id = m.person_id and k.minor_until > ${TODAY}) as "isChild"
  from household_members m join households h on h.region_id = m.region_id and h.id = m.household_id and h.closed_at is null
  where m.region_id = ${region} and m.person_id = ${me}::uuid and m.to_at is null order by m.from_at desc, m.id limit 1`
