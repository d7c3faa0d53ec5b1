import type { Words } from '@linli/contract'
import type {
  CheckInRow,
  CheckInsQuery,
  LetterView,
  UnitCheckInsQuery,
} from '@linli/contract/partners/shapes'
import type { Static } from '@linli/contract/schema'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { cursor, fullName, inRanges, pageOf } from '../../places/index.ts'
import type { PartnerNeeds, PartnerTerms } from '../needs.ts'
import { liaisonOf, OFFICE } from '../policy.ts'
import { TODAY } from '../store/checkIns.ts'

export const LETTER_STATE = sql`case when l.revoked_at is not null then 'revoked' when l.valid_until < ${TODAY} then 'expired' else 'valid' end`
const LETTER = sql`(select jsonb_build_object('id', l.id, 'number', l.number, 'slug', l.slug,
    'issuedOn', (l.issued_at at time zone 'Asia/Shanghai')::date, 'validUntil', l.valid_until, 'state', ${LETTER_STATE})
  from letters l where l.region_id = c.region_id and l.check_in_id = c.id order by l.revoked_at desc nulls first, l.issued_at desc limit 1)`
const FIELDS = sql`c.id, c.kind, c.unit_id as "unitId", u.name as "unitName", coalesce(p.name, '') as name, c.path,
  ${fullName('c.region_id', 'c.path')} as "areaName", c.skills, c.times, c.choices, c.brings, c.state, c.words, c.asked_at as "askedAt",
  ${LETTER} as letter`
const FROM = sql`from check_ins c join units u on u.region_id = c.region_id and u.id = c.unit_id
  left join people p on p.region_id = c.region_id and p.id = case when c.person_id is null then c.liaison_id else c.person_id end`

type Read = Row &
  Omit<CheckInRow, 'skills' | 'choices' | 'letter'> & {
    skills: string[]
    choices: string[]
    letter: LetterView | null
  }

/** A row with the place's words for its keys. */
export function inWordsOf({ skills, checkInChoices }: PartnerTerms) {
  const words = new Map<string, Words>([...skills, ...checkInChoices].map(({ key, name }) => [key, name]))
  const named = (key: string): Words => words.get(key) ?? { zh: key, en: key }
  return (row: Read): CheckInRow => ({
    ...row,
    skills: row.skills.map(named),
    choices: row.choices.map(named),
  })
}

export async function checkInRows(
  needs: PartnerNeeds,
  scope: Scope,
  where: Sql,
  limit: number,
): Promise<CheckInRow[]> {
  const [rows, terms] = await Promise.all([
    needs.db.read<Read>(
      scope,
      sql`select ${FIELDS} ${FROM} where c.region_id = ${scope.region} and ${where} order by c.asked_at desc, c.id desc limit ${limit}`,
    ),
    needs.terms(scope.region),
  ])
  return rows.map(inWordsOf(terms))
}

const below = (path: string | undefined): Sql => {
  if (!path) return empty
  const { lo, hi } = rangeOf(path)
  return sql`and c.path >= ${lo} and c.path < ${hi}`
}
const beyond = (after: string | undefined): Sql => {
  const from = cursor(after, 2)
  return from ? sql`and (c.asked_at, c.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : empty
}
const key = ({ askedAt, id }: CheckInRow): string[] => [askedAt, id]

/** Who reports to the reader's communities, the latest first; names are masked. */
export async function listCheckIns(
  needs: PartnerNeeds,
  me: Actor,
  { path, kind, state, after, limit = 20 }: Static<typeof CheckInsQuery>,
) {
  const rows = await checkInRows(
    needs,
    scopeOf(me),
    sql`${inRanges('c.path', rangesOf(me, OFFICE))} ${below(path)} ${kind ? sql`and c.kind = ${kind}` : empty}
      ${state ? sql`and c.state = ${state}` : empty} ${beyond(after)}`,
    limit + 1,
  )
  return pageOf(
    rows.map((row) => ({ ...row, name: maskName(row.name) ?? '' })),
    limit,
    key,
  )
}

/** Where the reader's own units report, or their members, by name: the unit says that they are its own. */
export async function unitCheckIns(
  needs: PartnerNeeds,
  me: Actor,
  { kind, after, limit = 20 }: Static<typeof UnitCheckInsQuery>,
) {
  const rows = await checkInRows(
    needs,
    scopeOf(me),
    sql`c.unit_id = any (${[...liaisonOf(me)]}::uuid[]) and c.kind = ${kind} ${beyond(after)}`,
    limit + 1,
  )
  return pageOf(rows, limit, key)
}
