import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { CLOCKS, DURATION_UNITS } from '@linli/contract/orders/words'
import { Panel, StatusMark } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { deadline, momentWords } from '../../../../kit/time.ts'
import { useNow } from '../../../../kit/useNow.ts'

type Clock = OrderView['clocks'][number]

/** Every limit of the order: how long, until when, and whether it was kept. */
export function Clocks({ clocks }: { readonly clocks: readonly Clock[] }) {
  const say = useSay()
  const now = useNow()
  if (clocks.length === 0) return null
  return (
    <Panel title={<Trans>时限</Trans>}>
      <ul className="clocks">
        {clocks.map((clock) => (
          <li key={`${clock.clock} ${clock.startedAt}`}>
            <strong>{say(CLOCKS[clock.clock])}</strong>
            <span>
              {clock.amount} {say(DURATION_UNITS[clock.unit])}
            </span>
            <span>{say(momentWords(clock.dueAt, now))}</span>
            <ClockMark clock={clock} now={now} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function ClockMark({ clock, now }: { readonly clock: Clock; readonly now: Date }) {
  const { t } = useLingui()
  const say = useSay()
  if (clock.stoppedAt) {
    return clock.late ? (
      <StatusMark tone="still" word={t`办了，超时`} />
    ) : (
      <StatusMark tone="done" word={t`按时办了`} />
    )
  }
  const { late, words } = deadline(clock.dueAt, now)
  return <StatusMark tone={late ? 'late' : 'waiting'} word={say(words)} />
}
