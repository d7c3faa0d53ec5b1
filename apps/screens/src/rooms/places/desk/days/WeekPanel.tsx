import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { weekLines } from './weekText.ts'

export type Week = Answer<'listWeeks'>['items'][number]
type WeekPanelProps = {
  readonly mayChange: boolean
  readonly onChange: (week: Week | undefined) => void
}

/** 工作时间: what work hours and work days are counted by, for the region and for units with hours of their own. */
export function WeekPanel({ mayChange, onChange }: WeekPanelProps) {
  const read = useRead('listWeeks', {})
  return (
    <Panel title={<Trans>工作时间</Trans>}>
      <p>
        <Trans>
          工单上写“工作时”“工作日”的时限按这里算：只算工作时间里的分钟，一个工作日到当天最后一段结束为止。
        </Trans>
      </p>
      <ReadView read={read}>
        {({ items, changes }) => (
          <>
            <ul className="plain-list week-list">
              {items.map((week) => (
                <WeekRow key={week.key} week={week} mayChange={mayChange} onChange={onChange} />
              ))}
            </ul>
            {mayChange && (
              <Button onClick={() => onChange(undefined)}>
                <Trans>给一个单位另定工作时间</Trans>
              </Button>
            )}
            {changes.length > 0 && <Changes changes={changes} />}
          </>
        )}
      </ReadView>
    </Panel>
  )
}

function WeekRow({ week, mayChange, onChange }: WeekPanelProps & { readonly week: Week }) {
  const { t } = useLingui()
  const say = useSay()
  const name = week.unitName ? say(week.unitName) : t`全区`
  return (
    <li>
      <strong>{name}</strong>
      <ul className="plain-list week-lines">
        {weekLines(week.days).map(({ days, hours }) => (
          <li key={days.zh}>
            <span>{say(days)}</span> <span>{say(hours)}</span>
          </li>
        ))}
      </ul>
      {mayChange && (
        <Button className="days-step" onClick={() => onChange(week)} aria-label={t`改 ${name} 的工作时间`}>
          <Trans>改</Trans>
        </Button>
      )}
    </li>
  )
}

function Changes({ changes }: { readonly changes: Answer<'listWeeks'>['changes'] }) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <details className="week-changes">
      <summary>
        <Trans>改过的工作时间</Trans>
      </summary>
      <ul className="plain-list">
        {changes.map(({ key, unitName, days, at, by }) => {
          const name = unitName ? say(unitName) : t`全区`
          const lines = days && weekLines(days).map((line) => `${say(line.days)} ${say(line.hours)}`)
          return (
            <li key={`${key} ${at}`}>
              <strong>{name}</strong> {lines ? lines.join(t`；`) : <Trans>照全区的</Trans>} ·{' '}
              {say(momentWords(at))}
              {by !== null && (
                <>
                  {' '}
                  <Trans>{by}改的</Trans>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
