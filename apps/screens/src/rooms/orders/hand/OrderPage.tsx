import { Trans, useLingui } from '@lingui/react/macro'
import { Card, Page, QueryView } from '../../../kit/hand/index.ts'
import type { PageProps } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useOrder } from '../queries.ts'
import { OrderFacts } from './OrderFacts.tsx'
import { OrderTimeline } from './OrderTimeline.tsx'
import { RequesterActions } from './RequesterActions.tsx'
import { WhoAndWhen } from './WhoAndWhen.tsx'

/** One order for the person who asked: who has it until when, what happened, and what one may do now. */
export default function OrderPage({ params }: PageProps<typeof hand.order>) {
  const { t } = useLingui()
  return (
    <Page title={t`这张单`} back={{ href: hand.myOrders.url(), label: <Trans>我的单</Trans> }}>
      <SignedIn>{() => <Order id={params.id} />}</SignedIn>
    </Page>
  )
}

function Order({ id }: { readonly id: string }) {
  const query = useOrder(id)
  return (
    <QueryView query={query}>
      {(order) => (
        <>
          <WhoAndWhen order={order} />
          <RequesterActions order={order} onChanged={query.retry} />
          <Card title={<Trans>办到哪一步了</Trans>}>
            <OrderTimeline order={order} />
          </Card>
          <Card title={<Trans>单子内容</Trans>}>
            <OrderFacts order={order} />
          </Card>
        </>
      )}
    </QueryView>
  )
}
