import sql, { join, raw, type Sql } from 'sql-template-tag'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { Column } from '../../db/columns.ts'

/** Whom and where a canary row is about. */
export type Perch = { region: number; path: string; person: string; order: string; account: string }

/** Values that a CHECK or a list asks for; every other column gets a value by its type. */
const ASKED: { readonly [column: string]: unknown } = {
  'files.kind': 'photo',
  'units.kind': 'company',
  'policy_versions.origin': 'preset',
  'register_imports.register': 'people',
  'register_runs.state': 'over',
  'area_aliases.kind': 'other',
  'area_redraws.kind': 'move',
  'area_outlines.outline': '{"type":"MultiPolygon"}',
  'orders.state': 'submitted',
  'orders.restriction': 'none',
  'orders.result': 'solved',
  'visit_records.outcome': 'met',
  'ledger_exports.format': 'csv',
  'ledger_exports.state': 'over',
  'ledger_minutes.minutes': 240,
  'ledger_minutes.since': '2026-11-01',
  'ledger_templates.scope': 'row',
  'campaign_terms.targets': 'households',
  'data_requests.kind': 'explain',
  'factor_challenges.purpose': 'prove',
  'data_requests.outcome': 'done',
  'order_parties.role': 'requester',
  'order_remarks.audience': 'everybody',
  'order_asks.outcome': 'granted',
  'order_reach.wave': 1,
  'order_reach.reason': 'quota',
  'order_calls.how': 'joint',
  'order_calls.answer': 'done',
  'order_calls.judged': 'helped',
  'order_evidence.kind': 'voice',
  'order_ratings.through': 'call',
  'order_ratings.resolved': 'solved',
  'point_accounts.kind': 'person',
  'point_entries.phase': 'posted',
  'point_entries.kind': 'correction',
  'rewards.kind': 'goods',
  'redemptions.state': 'held',
  'check_ins.kind': 'member',
  'check_ins.state': 'accepted',
  'document_numbers.kind': 'letter',
  'document_templates.kind': 'letter',
  'feedback_cards.state': 'sent',
  'unit_reports.state': 'answered',
  'pledge_pages.audience': 'residents',
  'pledges.state': 'kept',
  'pledges.kept_side': 'community',
  'menu_items.takers': 'both',
  'agreements.state': 'signed',
  'agreements.proposed_side': 'unit',
  'agreement_promises.kind': 'funds',
  'agreement_promises.side': 'unit',
  'agreement_promises.state': 'kept',
  'suggestion_models.basis': 'learned',
  'suggestion_terms.margin': 40,
  'rosters.purpose': 'crisis',
  'rosters.state': 'accepted',
  'roster_members.answer': 'yes',
  'duties.ends_at': new Date(3600_000).toISOString(),
  'duty_swaps.state': 'confirmed',
  'ground_counts.what': 'homes',
  'grid_plans.state': 'accepted',
  'pairing_plans.state': 'accepted',
  'pairing_plans.every': 'month',
  'stations.kind': 'fixed',
  'bookables.kind': 'room',
  'bookables.minutes': 60,
  'bookings.state': 'booked',
  'queue_tickets.state': 'ended',
  'lendables.pieces': 1000,
  'loans.person_id': null,
  'lendables.days': 3,
  'duty_log.kind': 'hazard',
  'household_cards.purpose': 'contact',
  'household_cards.tenure': 'own',
  // Two clocks in one row: each limit is tried by itself.
  'household_cards.expires_at': '2999-01-01T00:00:00Z',
  'household_cards.removed_at': '2999-01-01T00:00:00Z',
  'card_members.tie': 'head',
  'devices.kind': 'button',
  'devices.state': 'bound',
  'devices.language': 'dialect',
  'devices.battery': 50,
  'devices.retired_at': null,
  'device_contacts.place': 1,
  'device_contacts.kind': 'family',
  'device_messages.kind': 'press',
  'device_messages.door': 'broker',
  'device_presses.stage': 'ended',
  'device_presses.presses': 1,
  'device_presses.wave': 1,
  'device_presses.why': 'danger',
  'device_presses.seen_how': 'saw',
  'device_presses.outcome': 'seen',
  'device_press_asked.wave': 1,
  'device_press_asked.why': 'family',
  'device_press_asked.answer': 'going',
  'device_press_steps.verb': 'pressed',
  'device_press_steps.service': 'police',
  'care_plans.until_on': '2999-01-01',
  'care_plans.way': 'paper',
  'care_plans.ending': 'over',
  'team_members.part': 'member',
  'team_members.ending': 'left',
  'care_lines.step': 1,
  'care_alarms.step': 1,
  'care_contacts.outcome': 'seen',
  'course_sessions.ends_at': new Date(3600_000).toISOString(),
  'course_sessions.seats': 9,
  'mentor_pairs.until_on': '2999-01-01',
  'work_agreements.state': 'agreed',
  'work_items.outcome': 'met',
  'activities.state': 'held',
  'activities.ends_at': new Date(3600_000).toISOString(),
  'activity_seats.part': 'help',
  'activity_seats.seats': 1000,
  'activity_seats.waiting': 0,
  'activity_signups.part': 'help',
  'activity_signups.state': 'signedUp',
  'activity_photos.people': 'agreed',
  'merchants.services': ['pharmacy'],
  'api_keys.scopes': ['read'],
  'upstream_senders.columns': JSON.stringify([{ heading: '工单编号', field: 'number' }]),
  'upstream_imports.state': 'over',
  'api_keys.expires_at': new Date(Date.now() + 86_400_000).toISOString(),
  'merchant_notices.kind': 'award',
  'merchant_notices.state': 'carried',
  'merchant_notices.until_at': new Date(3600_000).toISOString(),
  'card_consents.way': 'paper',
  'card_referrals.kind': 'referral',
  'card_referrals.ground': 'asked',
}
/** One of several alternatives that exclude one another, or people of the subject that the net turns away: left empty. */
const EMPTY = new Set([
  'grants.unit_id',
  'check_ins.liaison_id',
  'menu_takes.unit_id',
  'posts.unit_id',
  'team_allies.squad_id',
  'order_parties.unit_id',
  'order_parties.team_id',
  'order_parties.to_at',
  'point_accounts.unit_id',
  'point_entries.redemption_id',
  'orders.about_person_id',
  'orders.about_unit_id',
  'orders.assignee_team_id',
  'orders.assignee_unit_id',
  'household_members.to_at',
  'activities.called_off_at',
  'activity_photos.removed_at',
  'course_seats.left_at',
  'device_bindings.ended_by',
  'ledger_exports.refused',
  'pairings.household_id',
  'pairings.unit_id',
])
const PERSON = ['person_id', 'by_person', 'uploaded_by', 'requester_id', 'placed_by', 'beneficiary_id']

/** A row for any table, valid by the table's own rules, that tells where it perches. */
export function canary(columns: readonly Column[], perch: Perch): Sql {
  const own = columns.filter(
    ({ table, name }) => name !== 'seq' && !EMPTY.has(`${table}.${name}`) && name !== 'to_at',
  )
  const table = own[0]?.table
  if (!table) throw new Error('no columns')
  const values = own.map((column) => sql`${valueFor(column, perch)}`)
  return sql`insert into ${raw(table)} (${raw(own.map(({ name }) => name).join(', '))}) values (${join(values)})`
}

const PARTS = ['homes', 'pairs', 'visits', 'duties', 'care', 'reach']
const numberOf = ({ path }: Perch): number => Number(/(\d+)\/$/.exec(path)?.[1] ?? 0)

function valueFor({ table, name, type }: Column, perch: Perch): unknown {
  const asked = ASKED[`${table}.${name}`]
  if (asked !== undefined) return asked
  if (name === 'region_id') return perch.region
  // One row a region and part: each perch of a region is another part.
  if (table === 'ground_counted' && name === 'what') return PARTS[numberOf(perch) % PARTS.length]
  // One id a perch serves the order and the household.
  if (name === 'household_id' || (table === 'households' && name === 'id')) return perch.order
  if (name === 'order_id' || (table === 'orders' && name === 'id')) return perch.order
  if (table === 'point_accounts' && name === 'id') return perch.account
  if (table === 'point_entries' && name === 'debit_account') return perch.account
  if (PERSON.includes(name)) return perch.person
  if (['community', 'path', 'area'].includes(name) || name.endsWith('_path')) return perch.path
  return byType(type, name)
}

let last = 0
const next = (): number => (last += 1)

function byType(type: string, name: string): unknown {
  switch (type) {
    case 'uuid':
      return newId()
    case 'text':
      return `金丝雀${name}${newId().slice(-6)}`
    case 'bytea':
      return Buffer.from(newId())
    case 'bool':
      return true
    case 'int4':
    case 'int8':
      return ['version', 'number', 'year'].includes(name) ? next() : 1
    case 'jsonb':
      return '{}'
    case 'timestamptz':
      return new Date(0).toISOString()
    case 'date':
      return new Date(next() * 86_400_000).toISOString().slice(0, 10)
    case 'tsvector':
      return ''
    case '_uuid':
    case '_text':
    case '_date':
      return []
    default:
      throw new Error(`no canary for type ${type}`)
  }
}
