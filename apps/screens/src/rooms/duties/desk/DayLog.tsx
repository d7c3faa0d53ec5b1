import { Trans } from '@lingui/react/macro'
import { LOG_KINDS } from '@linli/contract/duties/words'
import { useState } from 'react'
import { Link } from 'wouter'
import { InputField } from '../../../kit/desk/fields.tsx'
import { EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'

/** 值班日志 of a day: what each post saw and handed over; a hazard leads to its order. */
export function DayLog({ rosterId, today }: { readonly rosterId: string; readonly today: string }) {
  const say = useSay()
  const [day, setDay] = useState(today)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day)
  const read = useRead('readRosterLog', isDay ? { params: { id: rosterId }, query: { day } } : undefined, [
    'duties.',
  ])
  return (
    <Panel title={<Trans>值班日志</Trans>}>
      <InputField
        field="log-day"
        type="date"
        label={<Trans>哪天的日志</Trans>}
        value={day}
        onChange={setDay}
      />
      <ReadView read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={<Trans>这一天还没有人写</Trans>} />
          ) : (
            <ul className="plain-list">
              {items.map(({ id, kind, text, post, at, orderId }) => (
                <li key={id}>
                  <strong>{say(LOG_KINDS[kind])}</strong> {post} {say(momentWords(at))} {text}{' '}
                  {orderId !== null && (
                    <Link href={desk.order.url({ id: orderId })}>
                      <Trans>看工单</Trans>
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </ReadView>
    </Panel>
  )
}
