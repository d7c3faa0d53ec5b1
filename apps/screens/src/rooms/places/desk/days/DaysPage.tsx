import { Trans, useLingui } from '@lingui/react/macro'
import { DAY_KINDS } from '@linli/contract/places/dayWords'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useFace } from '../../../people/desk/signInSession.ts'
import { DayDialog } from './DayDialog.tsx'

type Year = Answer<'listDays'>
type DayRow = Year['items'][number]
const thisYear = (): number => new Date(Date.now() + 8 * 3600_000).getUTCFullYear()

/** 放假和调休: the region's one calendar, seen by everybody on duty and corrected by whoever administers the region. */
export default function DaysPage() {
  const { t } = useLingui()
  const [year, setYear] = useState(thisYear())
  const [day, setDay] = useState<string>()
  const [saved, setSaved] = useState<string>()
  const read = useRead('listDays', { query: { year } })
  const face = useFace()
  const mayChange =
    face.data?.roles.some(({ role, areaPath }) => role === 'regionAdmin' && areaPath === '/') ?? false
  const years = [...new Set([thisYear(), thisYear() + 1, ...(read.data?.years ?? [])])].sort((a, b) => a - b)
  return (
    <DeskPage
      title={t`放假和调休`}
      lead={
        <Trans>驿站和商户的开放时间、活动和排班都照这张表。没有列出的日子，周一到周五上班，周末休息。</Trans>
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

const weekdayOf = (day: string): number => (new Date(day).getUTCDay() + 6) % 7

type DaysProps = {
  readonly days: readonly DayRow[]
  readonly mayChange: boolean
  readonly onChange: (day: string) => void
}

function Days({ days, mayChange, onChange }: DaysProps) {
  const { t } = useLingui()
  const say = useSay()
  const weekdays = [t`周一`, t`周二`, t`周三`, t`周四`, t`周五`, t`周六`, t`周日`]
  return (
    <Panel title={<Trans>这一年和平常不一样的日子</Trans>}>
      {days.length === 0 ? (
        <EmptyState title={<Trans>这一年还没有</Trans>} />
      ) : (
        <WideTable<DayRow>
          aria-label={t`放假和调休`}
          dataSource={[...days]}
          rowKey="day"
          columns={[
            { title: t`日期`, key: 'day', dataIndex: 'day' },
            { title: t`星期`, key: 'weekday', render: (_, { day }) => weekdays[weekdayOf(day)] },
            { title: t`这一天`, key: 'kind', render: (_, { kind }) => say(DAY_KINDS[kind]) },
            { title: t`名称`, key: 'name', render: (_, { name }) => say(name) },
            {
              title: t`来自`,
              key: 'own',
              render: (_, { isOwn }) => (isOwn ? <Trans>本地改的</Trans> : <Trans>国务院办公厅通知</Trans>),
            },
            ...(mayChange
              ? [
                  {
                    title: t`办理`,
                    key: 'steps',
                    render: (_: unknown, { day }: DayRow) => (
                      <Button onClick={() => onChange(day)}>
                        <Trans>改</Trans>
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Panel>
  )
}

function Changes({ changes }: { readonly changes: Year['changes'] }) {
  const say = useSay()
  return (
    <Panel title={<Trans>本地改过的</Trans>}>
      <ul className="plain-list">
        {changes.map(({ day, kind, name, at }) => (
          <li key={`${day} ${at}`}>
            <strong>{day}</strong> {kind === null ? <Trans>照常（按星期几）</Trans> : say(DAY_KINDS[kind])}{' '}
            {say(name)} · {say(momentWords(at))}
          </li>
        ))}
      </ul>
      <p>
        <Trans>谁改的记在查看记录里，审计员看得到。</Trans>
      </p>
    </Panel>
  )
}
