import type { Vocabulary, Words } from '@linli/contract'
import {
  CONSENT_KINDS,
  CONSENT_WAYS,
  FAMILY_TIES,
  REFERRAL_GROUNDS,
  REFERRAL_KINDS,
  REFERRAL_PLACES,
  TENURES,
} from '@linli/contract/cards/words'
import { NOTICES, type NoticeFacts, type NoticeKind, noticeWords } from '@linli/contract/notices/words'
import { CHANNELS, KINDS, RESULTS, SCORES, STATES, URGENCIES } from '@linli/contract/orders/words'
import { ENTRY_KINDS, REDEMPTION_STATES } from '@linli/contract/points/words'
import { OUTCOMES, PURPOSES, REQUEST_KINDS } from '@linli/contract/privacy/words'
import { ROLES } from '@linli/contract/roles'
import { BOOKING_STATES } from '@linli/contract/stations/words'
import type { Row } from '../../../kernel/db/database.ts'
import { maskPhone } from '../../../kernel/policy/mask.ts'
import type { Cell, Part } from '../../../kernel/privacy/collect.ts'

const MOST_SHOWN = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Codes with words of their own. */
const CODES: { readonly [column: string]: Vocabulary<string> } = {
  'orders.state': STATES,
  'orders.kind': KINDS,
  'orders.channel': CHANNELS,
  'orders.urgency': URGENCIES,
  'orders.result': RESULTS,
  'orders.score': SCORES,
  'order_ratings.resolved': RESULTS,
  'order_ratings.score': SCORES,
  'point_entries.kind': ENTRY_KINDS,
  'redemptions.state': REDEMPTION_STATES,
  'bookings.state': BOOKING_STATES,
  'data_requests.kind': REQUEST_KINDS,
  'data_requests.outcome': OUTCOMES,
  'consents.purpose': PURPOSES,
  'grants.role': ROLES,
  'household_cards.tenure': TENURES,
  'card_members.tie': FAMILY_TIES,
  'card_consents.kind': CONSENT_KINDS,
  'card_consents.way': CONSENT_WAYS,
  'card_tags.kind': CONSENT_KINDS,
  'card_referrals.kind': REFERRAL_KINDS,
  'card_referrals.to': REFERRAL_PLACES,
  'card_referrals.ground': REFERRAL_GROUNDS,
}
/** Figures and days of the work that say something to the one whose work it is. */
const TELLING = new Set([
  'number',
  'placed_at',
  'closed_at',
  'at',
  'amount',
  'points',
  'balance',
  'held_at',
  'quantity',
  'asked_at',
])

const YES: Words = { zh: '是', en: 'Yes' }
const NO: Words = { zh: '否', en: 'No' }

export type ShownRow = { readonly title: Words; readonly value: Words }[]
export type ShownPart = { readonly title: Words; readonly count: number; readonly rows: ShownRow[] }

/**
 * A part as one reads it on a phone: what says something, in words, newest first; numbers masked, since a screen may lie
 * open before others. The copy holds all of it.
 */
export function shownPart({ table, title, cells, rows }: Part): ShownPart {
  const shown = rows
    .slice(-MOST_SHOWN)
    .reverse()
    .map((row) => cells.flatMap((cell) => shownCell(table, cell, row)))
    .filter((row) => row.length > 0)
  return { title, count: rows.length, rows: shown }
}

/** As a screen shows it: a number by its ends only, which stand in a column of their own. */
function shownCell(table: string, cell: Cell, row: Row): ShownRow {
  if (cell.name === 'phone' || cell.name === 'contact_phone') return []
  const told = factOf(table, cell, row)
  return told ? [{ title: cell.title, value: told }] : []
}

/** A value in words; undefined where it says nothing to the person: ids, paths, the work's own codes and figures. */
export function factOf(table: string, { name, class: kind }: Cell, row: Row): Words | undefined {
  const value = row[name]
  if (value === null || value === undefined || value === '') return undefined
  const words = codeWords(`${table}.${name}`, String(value), row)
  if (words) return { zh: words.zh, en: words.en }
  if (kind === 'internal' && !TELLING.has(name)) return undefined
  if (typeof value === 'boolean') return value ? YES : NO
  const text = plain(name, value)
  return text === undefined ? undefined : { zh: text, en: text }
}

function codeWords(column: string, code: string, row: Row): Words | undefined {
  if (column === 'notices.kind' && isNotice(code)) return noticeWords(code, factsIn(row))
  return CODES[column]?.[code]
}

const isNotice = (code: string): code is NoticeKind => Object.hasOwn(NOTICES, code)

const factsIn = ({ facts }: Row): NoticeFacts => (typeof facts === 'object' && facts !== null ? facts : {})

function plain(name: string, value: unknown): string | undefined {
  if (name.endsWith('phone_tail')) return maskPhone(String(value)) ?? undefined
  if (value instanceof Date) return clock(value.toISOString())
  if (typeof value === 'object' && !Array.isArray(value)) return undefined
  const text = Array.isArray(value) ? value.join('、') : String(value)
  if (text === '' || UUID.test(text) || name.endsWith('path')) return undefined
  return TIME.test(text) ? clock(text) : text
}

/** The region's own clock, to the minute. */
const clock = (time: string): string =>
  new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
