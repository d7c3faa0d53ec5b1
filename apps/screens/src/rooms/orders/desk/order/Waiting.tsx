import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { ASKS, DURATION_UNITS, STATES, SUPERVISIONS } from '@linli/contract/orders/words'
import { Link } from 'wouter'
import { Panel, StatusMark } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { desk } from '../../../../kit/routes.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useNow } from '../../../../kit/useNow.ts'
import { callWords, isLate } from '../../calls.ts'

type OrderProps = { readonly order: OrderView }

/** What stands between this order and its next step: an ask without an answer, a supervision, orders that follow it. */
export function Waiting({ order }: OrderProps) {
  const { ask, calls, supervision, merged, mergedInto } = order
  const isQuiet = !ask && !supervision && calls.length === 0 && merged.length === 0 && !mergedInto
  if (isQuiet) return null
  return (
    <Panel title={<Trans>请留意</Trans>}>
      {ask && <Asked ask={ask} />}
      {supervision && <Supervised level={supervision} />}
      {calls.map((call) => (
        <Called key={`${call.unitId} ${call.calledAt}`} call={call} />
      ))}
      {mergedInto && (
        <p>
          <Trans>已并到</Trans> <OrderLink order={mergedInto} />
        </p>
      )}
      {merged.length > 0 && (
        <>
          <p>
            <Trans>跟着这一单办的，回访时一并告诉：</Trans>
          </p>
          <ul>
            {merged.map((one) => (
              <li key={one.id}>
                <OrderLink order={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

function Asked({ ask }: { readonly ask: NonNullable<OrderView['ask']> }) {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const { kind, askedAt, askedBy, amount, unit, until, unitName } = ask
  const what = [
    amount !== null && unit ? t`延长 ${amount} ${say(DURATION_UNITS[unit])}` : null,
    until === null ? null : t`预计 ${until} 恢复`,
    unitName === null ? null : t`建议由 ${unitName} 办`,
  ].filter((words) => words !== null)
  return (
    <p className="order-waits">
      <StatusMark tone="waiting" word={t`${say(ASKS[kind])}：等答复`} />
      <span>{[askedBy, say(momentWords(askedAt, now)), ...what].filter(Boolean).join(' · ')}</span>
    </p>
  )
}

function Supervised({ level }: { readonly level: NonNullable<OrderView['supervision']> }) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <p className="order-waits">
      <StatusMark tone="late" word={say(SUPERVISIONS[level])} />
      <span>{t`等承办方回复，要求在办理经过里`}</span>
    </p>
  )
}

function Called({ call }: { readonly call: OrderView['calls'][number] }) {
  const say = useSay()
  const now = useNow()
  const tone = call.ended ? 'still' : call.answer ? 'done' : isLate(call, now) ? 'late' : 'waiting'
  return (
    <p className="order-waits">
      <StatusMark tone={tone} word={call.unitName} />
      <span>{say(callWords(call, now))}</span>
    </p>
  )
}

function OrderLink({ order }: { readonly order: NonNullable<OrderView['mergedInto']> }) {
  const say = useSay()
  return (
    <>
      <Link className="order-follows" href={desk.order.url({ id: order.id })}>
        {order.number}
      </Link>{' '}
      {say(STATES[order.state])}
    </>
  )
}
