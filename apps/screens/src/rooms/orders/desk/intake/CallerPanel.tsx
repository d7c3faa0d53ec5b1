import { Trans } from '@lingui/react/macro'
import { STATES } from '@linli/contract/orders/words'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { ErrorState, Panel, useRead } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { desk } from '../../../../kit/routes.ts'

type Caller = Answer<'findCaller'>

export type CallerPanelProps = {
  /** Eleven digits, or undefined while the number is not whole. */
  readonly phone: string | undefined
  /** The caller's registered address, when it is known and no place was chosen yet. */
  readonly onKnown: (caller: Caller) => void
}

/** Who is calling, as far as the register knows, and what is already on its way for them. */
export function CallerPanel({ phone, onKnown }: CallerPanelProps) {
  const say = useSay()
  const { data, error, refetch } = useRead(
    'findCaller',
    phone === undefined ? undefined : { body: { phone } },
  )
  const told = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!data || told.current === phone) return
    told.current = phone
    onKnown(data)
  }, [data, phone, onKnown])

  return (
    <Panel title={<Trans>来电人</Trans>}>
      <div role="status">
        {phone === undefined && (
          <p>
            <Trans>写全号码就会查是谁</Trans>
          </p>
        )}
        {phone !== undefined && !data && !error && (
          <p>
            <Trans>正在查…</Trans>
          </p>
        )}
        {data && data.personId === null && (
          <p>
            <Trans>没有登记过这个号码</Trans>
          </p>
        )}
        {data?.personId && (
          <p>
            <strong>{data.name}</strong> {data.place}
          </p>
        )}
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && data.orders.length > 0 && (
        <>
          <p>
            <Trans>还在办的单；说的是同一件事，就打开它补充说明：</Trans>
          </p>
          <ul>
            {data.orders.map((order) => (
              <li key={order.id}>
                <Link href={desk.order.url({ id: order.id })}>
                  {order.number} {order.title}
                </Link>{' '}
                {say(STATES[order.state])}
              </li>
            ))}
          </ul>
        </>
      )}
      {data?.path && (
        <Button onClick={() => onKnown(data)}>
          <Trans>用登记的地点</Trans>
        </Button>
      )}
    </Panel>
  )
}
