import type { ExportView, MeasuredView, TemplateView } from '@linli/contract/ledgers/shapes'
import type { ExportState, LedgerFormat, TemplateScope } from '@linli/contract/ledgers/words'
import sql, { type Sql } from 'sql-template-tag'
import { newId } from '../../kernel/ids.ts'

/** An export's file is kept so long. */
export const EXPORT_DAYS = 7

export type NewExport = {
  readonly id: string
  readonly ledger: string
  readonly format: LedgerFormat
  readonly columns: readonly string[]
  readonly filters: object
  readonly name: string
}

export const insertExport = (region: number, personId: string, one: NewExport): Sql => sql`
  insert into ledger_exports (region_id, id, ledger, format, columns, filters, by_person, state, name, asked_at, beat_at, expires_at)
  values (${region}, ${one.id}, ${one.ledger}, ${one.format}, ${[...one.columns]}::text[], ${JSON.stringify(one.filters)}::jsonb,
    ${personId}, 'waiting', ${one.name}, app_now(), app_now(), app_now() + make_interval(days => ${EXPORT_DAYS}))`

export type Progress = { state: 'waiting' | 'writing'; expected: number; written: number }

/** A sign of life with the figures so far; what is over stays over. */
export const beatExport = (region: number, id: string, { state, expected, written }: Progress): Sql => sql`
  update ledger_exports set state = ${state}, rows_expected = ${expected}, rows_written = ${written}, beat_at = app_now()
  where region_id = ${region} and id = ${id} and state in ('waiting', 'writing')`

export const finishExport = (
  region: number,
  id: string,
  { written }: Progress,
  file: { readonly key: string; readonly bytes: number },
): Sql => sql`
  update ledger_exports set state = 'over', rows_expected = ${written}, rows_written = ${written}, storage_key = ${file.key},
    bytes = ${file.bytes}, beat_at = app_now()
  where region_id = ${region} and id = ${id} and state in ('waiting', 'writing')`

export const refuseExport = (region: number, id: string, sentence: string): Sql => sql`
  update ledger_exports set state = 'refused', refused = ${sentence}, beat_at = app_now()
  where region_id = ${region} and id = ${id} and state in ('waiting', 'writing')`

export const loseExport = (region: number, id: string): Sql => sql`
  update ledger_exports set state = 'lost', beat_at = app_now()
  where region_id = ${region} and id = ${id} and state in ('waiting', 'writing')`

/** One's own, newest first; one whose server has said nothing for a minute is broken off. */
export const myExports = (region: number, personId: string, limit: number): Sql => sql`
  select id, ledger, format, rows_expected as rows, rows_written as written, bytes, name, refused, asked_at as at, expires_at as until,
    case when state in ('waiting', 'writing') and beat_at < app_now() - interval '60 seconds' then 'lost' else state end as state
  from ledger_exports where region_id = ${region} and by_person = ${personId}::uuid and expires_at > app_now()
  order by asked_at desc, id desc limit ${limit}`
export type ExportRow = ExportView

export const exportById = (region: number, id: string, personId: string): Sql => sql`
  select state, format, name, storage_key as key, expires_at <= app_now() as "isOver"
  from ledger_exports where region_id = ${region} and id = ${id}::uuid and by_person = ${personId}::uuid`
export type KeptExport = {
  state: ExportState
  format: LedgerFormat
  name: string
  key: string | null
  isOver: boolean
}

export const templatesOf = (region: number, ledger: string): Sql => sql`
  select id, ledger, scope, name, length(content) as bytes, at from ledger_templates
  where region_id = ${region} and ledger = ${ledger} and closed_at is null order by at, id`
export type TemplateRow = TemplateView

export const templateById = (region: number, id: string): Sql => sql`
  select ledger, scope, content from ledger_templates where region_id = ${region} and id = ${id}::uuid and closed_at is null`
export type KeptTemplate = { ledger: string; scope: TemplateScope; content: Buffer }

export const insertTemplate = (
  region: number,
  personId: string,
  one: {
    readonly id: string
    readonly ledger: string
    readonly scope: TemplateScope
    readonly name: string
    readonly content: Buffer
  },
): Sql => sql`
  insert into ledger_templates (region_id, id, ledger, scope, name, content, by_person, at)
  values (${region}, ${one.id}, ${one.ledger}, ${one.scope}, ${one.name}, ${one.content}, ${personId}, app_now())`

export const withdrawTemplate = (region: number, id: string): Sql => sql`
  update ledger_templates set closed_at = coalesce(closed_at, app_now()) where region_id = ${region} and id = ${id}::uuid returning id`

/** Which columns of a ledger a person sees, in this order. */
export const chooseStatement = (
  region: number,
  personId: string,
  ledger: string,
  columns: readonly string[],
): Sql => sql`
  insert into ledger_choices (region_id, id, person_id, ledger, columns, at)
  values (${region}, ${newId()}, ${personId}, ${ledger}, ${[...columns]}::text[], app_now())
  on conflict (region_id, person_id, ledger) do update set columns = excluded.columns, at = excluded.at`

/** Holds from the first day of this month, in the place's own time. @returns the month */
export const insertMinutes = (
  region: number,
  personId: string,
  one: {
    readonly id: string
    readonly book: string
    readonly minutes: number
    readonly ground: string
  },
): Sql => sql`
  insert into ledger_minutes (region_id, id, book, since, minutes, ground, by_person, at)
  values (${region}, ${one.id}, ${one.book}, date_trunc('month', app_now() at time zone 'Asia/Shanghai')::date, ${one.minutes}, ${one.ground}, ${personId}, app_now())
  returning to_char(since, 'YYYY-MM') as since`

/** What the asker is answered, and a repeat of the command again. */
export const minutesAnswer = (region: number, id: string): Sql => sql`
  (select jsonb_build_object('id', id, 'since', to_char(since, 'YYYY-MM')) from ledger_minutes where region_id = ${region} and id = ${id}::uuid)`

/** What was measured of every paper ledger, the figure that stands first. */
export const measuredMinutes = (region: number): Sql => sql`
  select m.book, to_char(m.since, 'YYYY-MM') as since, m.minutes, m.ground, p.name as by, m.at
  from ledger_minutes m left join people p on p.region_id = m.region_id and p.id = m.by_person
  where m.region_id = ${region} order by m.book, m.since desc, m.at desc, m.id desc`
export type MeasuredRow = MeasuredView & { book: string }
