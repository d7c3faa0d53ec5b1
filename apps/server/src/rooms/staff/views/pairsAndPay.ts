import type { Static } from '@linli/contract/schema'
import type { AllowanceMonth, PairList } from '@linli/contract/staff/shapes'
import sql from 'sql-template-tag'
import { type Actor, rangesOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { fullName, inRanges } from '../../places/index.ts'
import type { StaffNeeds } from '../needs.ts'
import { MANAGERS } from '../policy.ts'

/** Mentors and learners of the reader's areas. Both hold a post, which is a public office: they are named. */
export async function listMentorPairs({ db }: StaffNeeds, me: Actor): Promise<Static<typeof PairList>> {
  const { region } = me
  const items = await db.read<Row & Static<typeof PairList>['items'][number]>(
    systemScope(region),
    sql`select p.id, m.name as mentor, l.name as learner, p.subject, ${fullName('p.region_id', 'p.path')} as "areaName", p.from_on as "from", p.until_on as "until",
      p.mentor_agreed_at is not null and p.learner_agreed_at is not null as "isAgreed"
    from mentor_pairs p join people m on m.region_id = p.region_id and m.id = p.mentor_id join people l on l.region_id = p.region_id and l.id = p.learner_id
    where p.region_id = ${region} and p.ended_at is null and ${inRanges('p.path', rangesOf(me, MANAGERS))} order by p.id desc limit 200`,
  )
  return { items }
}

type Found = Row & {
  id: string
  name: string
  areaName: string
  category: string
  days: number
  from: string
  to: string | null
}

/** Who had which allowance in a month, and on how many of its days: for payment, by those who pay. */
export async function allowanceMonth(needs: StaffNeeds, me: Actor, month: string): Promise<AllowanceMonth> {
  const { region } = me
  const { allowances } = await needs.terms(region)
  const first = `${month}-01`
  const rows = await needs.db.read<Found>(
    systemScope(region),
    sql`with month as (select ${first}::date as first, (${first}::date + interval '1 month' - interval '1 day')::date as last)
    select a.id, p.name, ${fullName('a.region_id', 'a.path')} as "areaName", a.category, a.from_on as "from", a.to_on as "to",
      (least(coalesce(a.to_on, month.last), month.last) - greatest(a.from_on, month.first) + 1)::int as days
    from month, allowances a join people p on p.region_id = a.region_id and p.id = a.person_id
    where a.region_id = ${region} and ${inRanges('a.path', rangesOf(me, ['regionAdmin']))} and a.from_on <= month.last and (a.to_on is null or a.to_on >= month.first)
    order by a.path, p.name, a.id limit 5000`,
  )
  return {
    categories: allowances.map(({ key, name, fen }) => ({ key, name, fen })),
    items: rows.flatMap(({ category, ...row }) => {
      const found = allowances.find(({ key }) => key === category)
      return found ? [{ ...row, category: found.name, fen: found.fen }] : []
    }),
  }
}

const HEADS = ['姓名', '地点', '档次', '每月（元）', '本月天数', '从', '到']
/** A cell of a table that a spreadsheet opens: never a formula, whatever somebody's name begins with. */
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The month as a file: facts as they stand, and no sum that somebody would be paid less by. */
export async function allowanceFile(needs: StaffNeeds, me: Actor, month: string) {
  const { items } = await allowanceMonth(needs, me, month)
  const lines = items.map(({ name, areaName, category, fen, days, from, to }) => [
    name,
    areaName,
    category.zh,
    (fen / 100).toFixed(2),
    String(days),
    from,
    to ?? '',
  ])
  const text = [HEADS, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')
  return { file: Buffer.from(`\uFEFF${text}\r\n`, 'utf8'), name: `补助-${month}.csv` }
}
