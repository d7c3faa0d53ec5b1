import { Trans } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { MaskedText } from '../../../suggestions/desk/MaskedText.tsx'

/** The words as they were said, to be rewritten by somebody who reads them. */
export function Original({ order }: { readonly order: OrderView }) {
  const replies = order.timeline.filter(({ verb }) => verb === 'handleOrder').at(-1)?.remarks ?? []
  return (
    <section className="original">
      <h3>
        <Trans>诉求原文</Trans>
      </h3>
      <p>{order.detail}</p>
      <MaskedText orderId={order.id} text={order.detail} />
      <h3>
        <Trans>办理答复原文</Trans>
      </h3>
      {replies.length === 0 ? (
        <p>
          <Trans>没有答复</Trans>
        </p>
      ) : (
        replies.map((reply) => (
          <div key={reply}>
            <p>{reply}</p>
            <MaskedText orderId={order.id} text={reply} />
          </div>
        ))
      )}
    </section>
  )
}
