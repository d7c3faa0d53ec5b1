import type {
  AddLendableBody,
  LendableView,
  LendingView,
  MyLoans,
} from '@linli/contract/stations/queueShapes'
import sql, { type Sql } from 'sql-template-tag'
import type { Row } from '../../../kernel/db/database.ts'

/** Refuses stationChanged where the station was closed. */
export const insertLendable = (region: number, stationId: string, body: AddLendableBody): Sql => sql`
  with added as (
    insert into lendables (region_id, id, station_id, name, pieces, days, opened_at)
    select s.region_id, ${body.id}::uuid, s.id, ${body.name}, ${body.pieces}::int, ${body.days}::int, app_now()
    from stations s where s.region_id = ${region} and s.id = ${stationId}::uuid and s.closed_at is null for share of s returning 1)
  select refuse('stationChanged') where not exists (select from added)`

/** Nothing more goes out; what is out still comes back. Refuses notLent. */
export const endLendable = (region: number, id: string): Sql => sql`
  with ended as (
    update lendables set closed_at = app_now() where region_id = ${region} and id = ${id}::uuid and closed_at is null returning 1)
  select refuse('notLent') where not exists (select from ended)`

export type LendableRow = Row & { id: string; path: string; closed: boolean }
export const lendableById = (region: number, id: string): Sql => sql`
  select l.id, s.path, l.closed_at is not null or s.closed_at is not null as closed from lendables l
  join stations s on s.region_id = l.region_id and s.id = l.station_id where l.region_id = ${region} and l.id = ${id}::uuid`

export type NewLoan = {
  readonly id: string
  readonly lendableId: string
  readonly path: string
  readonly personId: string | null
  readonly tag: string | null
}
/** One conditional write: the last piece goes to one. Refuses nothingLeft. */
export const lendStatement = (region: number, loan: NewLoan): Sql => sql`
  with taken as (
    update lendables set lent = lent + 1 where region_id = ${region} and id = ${loan.lendableId}::uuid and closed_at is null and lent < pieces
    returning days),
  made as (
    insert into loans (region_id, id, lendable_id, path, person_id, tag, lent_at, due_at)
    select ${region}::int, ${loan.id}::uuid, ${loan.lendableId}::uuid, ${loan.path}::text, ${loan.personId}::uuid, ${loan.tag}::text, app_now(),
      app_now() + make_interval(days => days) from taken returning due_at)
  select coalesce((select due_at from made), to_timestamp(refuse('nothingLeft'))) as "dueAt"`
export const loanAnswer = (region: number, id: string): Sql => sql`
  (select jsonb_build_object('id', id, 'dueAt', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'isReminded', person_id is not null)
    from loans where region_id = ${region} and id = ${id}::uuid)`

/** Back on the shelf, once; the row forgets who it was. Refuses isBack. */
export const takeBackStatement = (region: number, id: string): Sql => sql`
  with back as (
    update loans set returned_at = app_now(), person_id = null, tag = null
    where region_id = ${region} and id = ${id}::uuid and returned_at is null returning lendable_id),
  shelf as (
    update lendables l set lent = lent - 1 from back where l.region_id = ${region} and l.id = back.lendable_id returning 1)
  select refuse('isBack') where not exists (select from shelf)`

export type LoanRow = Row & { id: string; path: string }
export const loanById = (region: number, id: string): Sql =>
  sql`select id, path from loans where region_id = ${region} and id = ${id}::uuid`

const THING = sql`l.id, l.name, l.pieces, l.pieces - l.lent as free, l.days`
export type Thing = Row & LendableView
export const lendablesOf = (region: number, stationId: string): Sql => sql`
  select ${THING} from lendables l where l.region_id = ${region} and l.station_id = ${stationId}::uuid and l.closed_at is null order by l.name, l.id`
export type Out = Row & LendingView['out'][number]
export const loansOf = (region: number, stationId: string): Sql => sql`
  select o.id, l.name, o.tag, o.lent_at as "lentAt", o.due_at as "dueAt" from loans o
  join lendables l on l.region_id = o.region_id and l.id = o.lendable_id
  where o.region_id = ${region} and l.station_id = ${stationId}::uuid and o.returned_at is null order by o.due_at, o.id limit 500`
export type Mine = Row & MyLoans['items'][number]
export const loansOfPerson = (region: number, personId: string): Sql => sql`
  select o.id, l.name, s.name as station, o.due_at as "dueAt" from loans o
  join lendables l on l.region_id = o.region_id and l.id = o.lendable_id
  join stations s on s.region_id = l.region_id and s.id = l.station_id
  where o.region_id = ${region} and o.person_id = ${personId}::uuid and o.returned_at is null order by o.due_at limit 50`

/** Reminds once, on the day before; one event each. @returns how many, as rows */
export const remindLoans = (region: number): Sql => sql`
  update loans set reminded_at = app_now() where region_id = ${region} and returned_at is null and reminded_at is null
    and due_at < app_now() + interval '1 day' and person_id is not null
  returning id, person_id as "personId"`
