import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { CLOCKS, DURATION_UNITS } from '@linli/contract/orders/words'
import { Panel, StatusMark } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { deadline, momentWords } from '../../../../kit/time.ts'
import { useNow } from '../../../../kit/useNow.ts'
import { leftWords } from '../../leftWords.ts'
import { UnknownYear } from '../UnknownYear.tsx'

type Clock = OrderView['clocks'][number]

/** Every limit of the order: how long, until when, what is left of it, whether it stands still or moved, and whether it was kept. */
export function Clocks({ clocks }: { readonly clocks: readonly Clock[] }) {
  const say = useSay()
  const now = useNow()
  if (clocks.length === 0) return null
  return (
    <Panel title={<Trans>时限</Trans>}>
      <UnknownYear year={clocks.find(({ unknownYear }) => unknownYear !== null)?.unknownYear ?? null} />
      <ul className="clocks">
        {clocks.map((clock) => (
          <li key={`${clock.clock} ${clock.unitName} ${clock.startedAt}`}>
            <strong>{[say(CLOCKS[clock.clock]), clock.unitName].filter(Boolean).join(' · ')}</strong>
            <span>
              {clock.amount} {say(DURATION_UNITS[clock.unit])}
            </span>
            {clock.pausedAt === null && <span>{say(momentWords(clock.dueAt, now))}</span>}
            <ClockMark clock={clock} now={now} />
            <ClockNotes clock={clock} now={now} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What is left in the time it is counted in, and the limit as it first was. */
function ClockNotes({ clock, now }: { readonly clock: Clock; readonly now: Date }) {
  const say = useSay()
  const { left, pausedAt, firstDueAt, unit } = clock
  const isWorking = unit === 'workDay' || unit === 'workHour'
  const rest = left && left.amount > 0 && (isWorking || pausedAt !== null) ? say(leftWords(left)) : null
  if (rest === null && firstDueAt === null) return null
  const first = firstDueAt === null ? null : say(momentWords(firstDueAt, now))
  return (
    <small className="clock-notes">
      {rest !== null && <Trans>还剩 {rest}</Trans>}
      {rest !== null && first !== null && ' · '}
      {first !== null && <Trans>原定 {first}</Trans>}
    </small>
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
  if (clock.pausedAt !== null) {
    const since = say(momentWords(clock.pausedAt, now))
    return <StatusMark tone="still" word={t`${since} 起暂停`} />
  }
  const { late, words } = deadline(clock.dueAt, now)
  return <StatusMark tone={late ? 'late' : 'waiting'} word={say(words)} />
}
