import { Trans, useLingui } from '@lingui/react/macro'
import type { Answer } from '../../../kit/endpoints.ts'
import { Card } from '../../../kit/hand/index.ts'
import './month.css'

type Duty = Answer<'myDuties'>['duties'][number]

const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10)

/** One's own duties as a month: the days one serves stand out; what is in them is told in words below. */
export function MonthCard({ duties }: { readonly duties: readonly Duty[] }) {
  const { t } = useLingui()
  const first = duties.find(({ endsAt }) => Date.parse(endsAt) > Date.now())
  if (!first) return null
  const month = dayOf(first.startsAt).slice(0, 7)
  const [year = 0, number = 0] = month.split('-').map(Number)
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const before = (new Date(`${month}-01`).getUTCDay() + 6) % 7
  const mine = duties.filter(({ startsAt }) => dayOf(startsAt).startsWith(month))
  const busy = new Set(mine.map(({ startsAt }) => Number(dayOf(startsAt).slice(8))))
  const weekdays = [t`一`, t`二`, t`三`, t`四`, t`五`, t`六`, t`日`]
  return (
    <Card title={t`${number}月的值班`}>
      <p>
        <Trans>
          这个月 {mine.length} 班，在 {[...busy].join('、')} 日。
        </Trans>
      </p>
      <div className="own-month-box">
        <div className="own-month" aria-hidden="true">
          {weekdays.map((name) => (
            <span key={name}>{name}</span>
          ))}
          {Array.from({ length: before }, (_, at) => (
            <span key={`before-${at}`} />
          ))}
          {Array.from({ length }, (_, at) => (
            <span key={at} {...(busy.has(at + 1) ? { 'data-mine': '' } : {})}>
              {at + 1}
            </span>
          ))}
        </div>
      </div>
    </Card>
  )
}
