import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { desk } from '../../../kit/routes.ts'
import { OrderFacts } from './order/OrderFacts.tsx'
import { PresetQueue } from './queue/PresetQueue.tsx'

/** 回访: the list of calls to make; the current one shows how often it was tried and whom to call. */
export default function FollowUpPage() {
  const { t } = useLingui()
  return (
    <PresetQueue
      title={t`回访`}
      lead={<Trans>打电话问办得怎么样。没有接通就记一次，改天再打。</Trans>}
      preset={{ state: ['followUp'] }}
      empty={<Trans>没有等着回访的单</Trans>}
      beside={(row) => <Call key={row.id} id={row.id} />}
    />
  )
}

function Call({ id }: { readonly id: string }) {
  const read = useRead('getOrder', { params: { id } }, ['orders.'])
  return (
    <ReadView read={read}>
      {(order) => (
        <>
          <Panel
            title={
              <Trans>
                这一通：{order.number} {order.title}
              </Trans>
            }
          >
            <p>
              {order.callsTried === 0 ? (
                <Trans>还没有打过电话。</Trans>
              ) : (
                <Trans>已经打过 {order.callsTried} 次，没有接通。</Trans>
              )}
            </p>
            <Link href={desk.order.url({ id })}>
              <Trans>打开这一单，记录回访</Trans>
            </Link>
          </Panel>
          <OrderFacts order={order} />
        </>
      )}
    </ReadView>
  )
}
