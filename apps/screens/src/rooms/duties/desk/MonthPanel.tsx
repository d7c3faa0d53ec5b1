import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { monthDays, monthsOf } from './monthDays.ts'
import './guide.css'

type Roster = Answer<'getRoster'>
type Duty = Answer<'listDuties'>['items'][number]

const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10)

/** A month of a small roster as a calendar: each day with its shifts, who serves, and what stays open. */
export function MonthPanel({ roster, today }: { readonly roster: Roster; readonly today: string }) {
  const { t } = useLingui()
  const months = monthsOf(roster)
  const [month, setMonth] = useState(
    months.includes(today.slice(0, 7)) ? today.slice(0, 7) : (months[0] ?? ''),
  )
  const { before, days } = monthDays(month, roster)
  const [first, last] = [days[0], days.at(-1)]
  const read = useRead(
    'listDuties',
    first && last ? { params: { id: roster.id }, query: { day: first, until: last } } : undefined,
    ['duties.'],
  )
  const weekdays = [t`一`, t`二`, t`三`, t`四`, t`五`, t`六`, t`日`]
  return (
    <Panel title={<Trans>月历</Trans>}>
      {months.length > 1 && (
        <SelectField
          field="month"
          label={<Trans>哪个月</Trans>}
          options={months.map((value) => ({ value, label: value }))}
          value={month}
          onChange={(value) => setMonth(value ?? month)}
        />
      )}
      <ReadView read={read}>
        {({ items }) => (
          <>
            <div className="roster-weekdays" aria-hidden="true">
              {weekdays.map((name) => (
                <span key={name}>{name}</span>
              ))}
            </div>
            <ol className="roster-month">
              {Array.from({ length: before }, (_, at) => (
                <li key={`before-${at}`} data-empty="" aria-hidden="true" />
              ))}
              {days.map((day) => (
                <MonthDay
                  key={day}
                  day={day}
                  weekday={weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? ''}
                  roster={roster}
                  duties={items.filter(({ startsAt }) => dayOf(startsAt) === day)}
                />
              ))}
            </ol>
          </>
        )}
      </ReadView>
    </Panel>
  )
}

type MonthDayProps = {
  readonly day: string
  readonly weekday: string
  readonly roster: Roster
  readonly duties: readonly Duty[]
}

function MonthDay({ day, weekday, roster, duties }: MonthDayProps) {
  const { t } = useLingui()
  const isFree = roster.freeDays.includes(day)
  const shifts = roster.shifts.filter(({ on }) => on === undefined || (on === 'freeDay') === isFree)
  const needed = roster.posts.reduce((sum, post) => sum + post.needed, 0)
  return (
    <li {...(isFree ? { 'data-free': '' } : {})}>
      <strong>{t`${Number(day.slice(8))}日 周${weekday}`}</strong> {isFree && <Trans>休</Trans>}
      <ul>
        {shifts.map(({ key, name }) => {
          const on = duties.filter((duty) => duty.shift === key)
          const open = Math.max(0, needed - on.length)
          return (
            <li key={key}>
              {name}：{on.map((duty) => (duty.swap ? t`${duty.name}（求换班）` : duty.name)).join('、')}
              {open > 0 && (
                <span className="month-short">
                  {' '}
                  <Trans>空 {open}</Trans>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </li>
  )
}
