import type { Words } from '@linli/contract'
import type { CardsQuery, CardView, LetterCheck } from '@linli/contract/partners/shapes'
import type { Static } from '@linli/contract/schema'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { cursor, fullName, inRanges, pageOf } from '../../places/index.ts'
import { liaisonOf, OFFICE } from '../policy.ts'
import { LETTER_STATE } from './checkIns.ts'

/** What the public page of a letter tells: that it is genuine, and nobody's name. @throws notFound */
export async function checkLetter(db: Database, region: number, slug: string): Promise<LetterCheck> {
  const [row] = await db.read<Row & LetterCheck>(
    systemScope(region),
    sql`select l.number, u.name as "unitName", (l.issued_at at time zone 'Asia/Shanghai')::date as "issuedOn", l.valid_until as "validUntil",
      ${LETTER_STATE} as state
    from letters l join units u on u.region_id = l.region_id and u.id = l.unit_id where l.region_id = ${region} and l.slug = ${slug}`,
  )
  if (!row) throw notFound()
  return row
}

export type LetterRow = Row & {
  id: string
  unitId: string
  personId: string
  path: string
  number: string
  slug: string
  name: string
  unitName: Words
  areaName: string
  issuedOn: string
  validUntil: string
  choices: string[]
  revoked: boolean
}
export async function letterById(db: Database, scope: Scope, id: string): Promise<LetterRow | undefined> {
  const [row] = await db.read<LetterRow>(
    scope,
    sql`select l.id, l.unit_id as "unitId", l.person_id as "personId", l.path, l.number, l.slug, p.name, u.name as "unitName",
      ${fullName('l.region_id', 'l.path')} as "areaName", (l.issued_at at time zone 'Asia/Shanghai')::date as "issuedOn",
      l.valid_until as "validUntil", c.choices, l.revoked_at is not null as revoked
    from letters l join units u on u.region_id = l.region_id and u.id = l.unit_id
      join people p on p.region_id = l.region_id and p.id = l.person_id
      join check_ins c on c.region_id = l.region_id and c.id = l.check_in_id
    where l.region_id = ${scope.region} and l.id = ${id}::uuid`,
  )
  return row
}

const CARD = sql`f.id, f.number, p.name, u.name as "unitName", ${fullName('f.region_id', 'f.path')} as "areaName", f.from_on as "fromOn",
  f.to_on as "toOn", jsonb_build_object('orders', f.orders, 'duties', f.duties, 'dutyMinutes', f.duty_minutes,
    'helps', f.helps, 'helpMinutes', f.help_minutes) as facts, f.state, f.answer,
  f.sent_at as "sentAt", f.version, f.drawn_at as "drawnAt", f.unit_id as "unitId", f.person_id as "personId", f.path`
const CARD_FROM = sql`from feedback_cards f join units u on u.region_id = f.region_id and u.id = f.unit_id
  join people p on p.region_id = f.region_id and p.id = f.person_id`
export type CardRow = Row & CardView & { drawnAt: string; unitId: string; personId: string; path: string }

export async function cardById(db: Database, scope: Scope, id: string): Promise<CardRow | undefined> {
  const [row] = await db.read<CardRow>(
    scope,
    sql`select ${CARD} ${CARD_FROM} where f.region_id = ${scope.region} and f.id = ${id}::uuid`,
  )
  return row
}

const shown = ({
  drawnAt: _drawn,
  unitId: _unit,
  personId: _person,
  path: _path,
  ...card
}: CardRow): CardView => card

async function cards(
  db: Database,
  me: Actor,
  where: Sql,
  { after, limit = 20 }: Static<typeof CardsQuery>,
  nameOf: (name: string) => string,
) {
  const from = cursor(after, 2)
  const rows = await db.read<CardRow>(
    scopeOf(me),
    sql`select ${CARD} ${CARD_FROM} where f.region_id = ${me.region} and ${where}
      ${from ? sql`and (f.drawn_at, f.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : empty}
    order by f.drawn_at desc, f.id desc limit ${limit + 1}`,
  )
  const page = pageOf(rows, limit, ({ drawnAt, id }) => [drawnAt, id])
  return { ...page, items: page.items.map((row) => ({ ...shown(row), name: nameOf(row.name) })) }
}

/** The cards of the reader's communities; names are masked. */
export function listCards(db: Database, me: Actor, query: Static<typeof CardsQuery>) {
  const { path, state } = query
  const range = path ? rangeOf(path) : undefined
  return cards(
    db,
    me,
    sql`${inRanges('f.path', rangesOf(me, OFFICE))} ${range ? sql`and f.path >= ${range.lo} and f.path < ${range.hi}` : empty}
      ${state ? sql`and f.state = ${state}` : empty}`,
    query,
    (name) => maskName(name) ?? '',
  )
}

/** What the reader's units received: only what was sent with consent. */
export const unitCards = (db: Database, me: Actor, query: Static<typeof CardsQuery>) =>
  cards(
    db,
    me,
    sql`f.unit_id = any (${[...liaisonOf(me)]}::uuid[]) and f.state = 'sent'`,
    query,
    (name) => name,
  )

/** One's own cards, the latest first. */
export async function myCards(db: Database, me: Actor): Promise<CardView[]> {
  const rows = await db.read<CardRow>(
    scopeOf(me),
    sql`select ${CARD} ${CARD_FROM} where f.region_id = ${me.region} and f.person_id = ${me.personId}::uuid
    order by f.drawn_at desc limit 20`,
  )
  return rows.map(shown)
}
