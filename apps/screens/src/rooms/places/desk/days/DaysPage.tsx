import { Trans, useLingui } from '@lingui/react/macro'
import { DAY_KINDS } from '@linli/contract/places/dayWords'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useFace } from '../../../people/desk/signInSession.ts'
import { dayWords } from '../../../stations/days.ts'
import { DayDialog } from './DayDialog.tsx'
import { stretchesOf } from './stretches.ts'
import { WeekDialog } from './WeekDialog.tsx'
import { type Week, WeekPanel } from './WeekPanel.tsx'
import './days.css'

type Year = Answer<'listDays'>
type DayRow = Year['items'][number]
const thisYear = (): number => new Date(Date.now() + 8 * 3600_000).getUTCFullYear()

/** 放假和调休: the region's one calendar, seen by everybody on duty and corrected by whoever administers the region. */
export default function DaysPage() {
  const { t } = useLingui()
  const [year, setYear] = useState(thisYear())
  const [day, setDay] = useState<string>()
  const [saved, setSaved] = useState<string>()
  const [week, setWeek] = useState<{ readonly of: Week | undefined }>()
  const read = useRead('listDays', { query: { year } })
  const face = useFace()
  const mayChange =
    face.data?.roles.some(({ role, areaPath }) => role === 'regionAdmin' && areaPath === '/') ?? false
  const years = [...new Set([thisYear(), thisYear() + 1, ...(read.data?.years ?? [])])].sort((a, b) => a - b)
  return (
    <DeskPage
      title={t`工作时间、放假和调休`}
      lead={
        <Trans>工单的时限、驿站和商户的开放时间、活动和排班都照这里。没有列出的日子，照平常的一周算。</Trans>
      }
      actions={
        mayChange && (
          <Button type="primary" onClick={() => setDay('')}>
            <Trans>改一天</Trans>
          </Button>
        )
      }
    >
      <Saved>{saved !== undefined && <Trans>{saved} 改好了，马上照新的算。</Trans>}</Saved>
      <WeekPanel mayChange={mayChange} onChange={(of) => setWeek({ of })} />
      <SelectField
        field="year"
        label={<Trans>哪一年</Trans>}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
        value={String(year)}
        onChange={(value) => setYear(Number(value ?? year))}
      />
      <ReadView read={read}>
        {(found) => (
          <>
            <Uncovered years={found.years} />
            <Days days={found.items} mayChange={mayChange} onChange={setDay} />
            {found.changes.length > 0 && <Changes changes={found.changes} />}
          </>
        )}
      </ReadView>
      {week && (
        <WeekDialog
          week={week.of}
          onClose={() => setWeek(undefined)}
          onDone={() => {
            setWeek(undefined)
            setSaved(t`工作时间`)
          }}
        />
      )}
      {day !== undefined && (
        <DayDialog
          day={day}
          onClose={() => setDay(undefined)}
          onDone={(done) => {
            setDay(undefined)
            setSaved(done)
            setYear(Number(done.slice(0, 4)))
          }}
        />
      )}
    </DeskPage>
  )
}

/** What reaches into a year that the table does not know is counted by plain weeks: said loudly. */
function Uncovered({ years }: { readonly years: readonly number[] }) {
  const missing = [thisYear(), thisYear() + 1].filter((year) => !years.includes(year)).join('、')
  if (missing === '') return null
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <Trans>
          {missing} 年的放假和调休还没有。国务院办公厅的通知出来以后请补上；在这以前，那一年只按星期几算。
        </Trans>
      }
    />
  )
}

type DaysProps = {
  readonly days: readonly DayRow[]
  readonly mayChange: boolean
  readonly onChange: (day: string) => void
}

function Days({ days, mayChange, onChange }: DaysProps) {
  const { t } = useLingui()
  const say = useSay()
  const stretches = stretchesOf(days)
  if (stretches.length === 0)
    return (
      <Panel title={<Trans>这一年和平常不一样的日子</Trans>}>
        <EmptyState title={<Trans>这一年还没有</Trans>} />
      </Panel>
    )
  return (
    <Panel title={<Trans>这一年和平常不一样的日子</Trans>}>
      <ul className="plain-list days-list" aria-label={t`放假和调休`}>
        {stretches.map(({ from, to, days: count, kind, name, isOwn }) => {
          const [first, last] = [say(dayWords(from, '')), say(dayWords(to, ''))]
          const called = say(name)
          return (
            <li key={from}>
              <span className="days-when">
                <strong>{called}</strong>{' '}
                {count === 1 ? (
                  first
                ) : (
                  <Trans>
                    {first}到{last}，{count} 天
                  </Trans>
                )}
              </span>
              <span className="days-what">
                {say(DAY_KINDS[kind])} · {isOwn ? <Trans>本地改的</Trans> : <Trans>国务院办公厅通知</Trans>}
              </span>
              {mayChange && (
                <Button
                  className="days-step"
                  onClick={() => onChange(from)}
                  aria-label={t`改 ${called} ${from}`}
                >
                  {count === 1 ? <Trans>改</Trans> : <Trans>改其中一天</Trans>}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function Changes({ changes }: { readonly changes: Year['changes'] }) {
  const say = useSay()
  return (
    <Panel title={<Trans>本地改过的</Trans>}>
      <ul className="plain-list">
        {changes.map(({ day, kind, name, at, by }) => (
          <li key={`${day} ${at}`}>
            <strong>{day}</strong> {kind === null ? <Trans>照常（按星期几）</Trans> : say(DAY_KINDS[kind])}{' '}
            {say(name)} · {say(momentWords(at))}
            {by !== null && (
              <>
                {' '}
                <Trans>{by}改的</Trans>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
