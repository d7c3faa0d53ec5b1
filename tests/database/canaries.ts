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
  'orders.state': 'submitted',
  'orders.restriction': 'none',
  'orders.result': 'solved',
  'data_requests.kind': 'explain',
  'factor_challenges.purpose': 'prove',
  'data_requests.outcome': 'done',
  'order_parties.role': 'requester',
  'order_remarks.audience': 'everybody',
  'order_evidence.kind': 'voice',
  'order_ratings.through': 'call',
  'order_ratings.resolved': 'solved',
  'point_accounts.kind': 'person',
  'point_entries.phase': 'posted',
  'point_entries.kind': 'correction',
  'rewards.kind': 'goods',
  'redemptions.state': 'held',
}
/** One of several alternatives that exclude one another, or people of the subject that the net turns away: left empty. */
const EMPTY = new Set([
  'grants.unit_id',
  'posts.unit_id',
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
])
const PERSON = ['person_id', 'uploaded_by', 'requester_id', 'placed_by', 'beneficiary_id']

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

function valueFor({ table, name, type }: Column, perch: Perch): unknown {
  const asked = ASKED[`${table}.${name}`]
  if (asked !== undefined) return asked
  if (name === 'region_id') return perch.region
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
      return name === 'version' || name === 'number' ? next() : 1
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
      return []
    default:
      throw new Error(`no canary for type ${type}`)
  }
}
