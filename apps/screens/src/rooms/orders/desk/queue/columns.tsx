import { useLingui } from '@lingui/react/macro'
import type { OrderRow } from '@linli/contract/orders/shapes'
import { RESTRICTIONS, STATES, URGENCIES } from '@linli/contract/orders/words'
import type { TableColumnsType } from 'antd'
import { Link } from 'wouter'
import { StatusMark } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { desk } from '../../../../kit/routes.ts'
import { useNow } from '../../../../kit/useNow.ts'
import { dueWords, ownerWords, toneOf } from '../../hand/words.ts'
import { useItemWords } from '../fields/useItems.ts'

/** The columns of every queue: what, where, how urgent, who has it, and by when. */
export function useColumns(): TableColumnsType<OrderRow> {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const itemWords = useItemWords()
  return [
    {
      title: t`单号`,
      render: (_, { id, number }) => <Link href={desk.order.url({ id })}>{number}</Link>,
    },
    {
      title: t`事由`,
      render: (_, { title, item, restriction }) => (
        <span className="queue-words">
          {title}
          <small>
            {itemWords(item) ?? t`还没有归到事项`}
            {restriction !== 'none' && ` · ${say(RESTRICTIONS[restriction])}`}
          </small>
        </span>
      ),
    },
    { title: t`地点`, render: (_, { place }) => <span className="queue-words queue-short">{place}</span> },
    {
      title: t`紧急`,
      render: (_, { urgency }) => (
        <span className={urgency === 'emergency' ? 'queue-emergency' : undefined}>
          {say(URGENCIES[urgency])}
        </span>
      ),
    },
    {
      title: t`状态`,
      render: (_, row) => (
        <span className="queue-words queue-short">
          <StatusMark tone={toneOf(row.state, false)} word={say(STATES[row.state])} />
          {row.callsTried > 0 && <small>{t`已打 ${row.callsTried} 次没有接通`}</small>}
        </span>
      ),
    },
    { title: t`谁在办`, render: (_, { owner }) => say(ownerWords(owner)) },
    {
      title: t`几点前`,
      render: (_, { due, overdue }) => {
        if (due === null) return null
        const words = say(dueWords(due, now))
        return (
          <span className="queue-words queue-short">
            {overdue ? <StatusMark tone="late" word={words} /> : words}
          </span>
        )
      },
    },
  ]
}
