import { Trans, useLingui } from '@lingui/react/macro'
import { Card, Page, QueryView } from '../../../../kit/hand/index.ts'
import type { PageProps } from '../../../../kit/route.ts'
import { hand } from '../../../../kit/routes.ts'
import { SignedIn } from '../../../people/hand/SignedIn.tsx'
import { useOrder } from '../../queries.ts'
import { OrderFacts } from '../OrderFacts.tsx'
import { OrderTimeline } from '../OrderTimeline.tsx'
import { WhoAndWhen } from '../WhoAndWhen.tsx'
import { Calls } from './Calls.tsx'
import { Contact } from './Contact.tsx'
import { TaskSteps } from './TaskSteps.tsx'

/** One order for the person who does it: what, where, how to reach the requester, and the steps. */
export default function TaskPage({ params }: PageProps<typeof hand.task>) {
  const { t } = useLingui()
  return (
    <Page title={t`办一单`} back={{ href: hand.myTasks.url(), label: <Trans>我的任务</Trans> }}>
      <SignedIn>{() => <Task id={params.id} />}</SignedIn>
    </Page>
  )
}

function Task({ id }: { readonly id: string }) {
  const query = useOrder(id)
  return (
    <QueryView query={query}>
      {(order) => (
        <>
          <WhoAndWhen order={order} />
          <Card title={<Trans>要办的事</Trans>}>
            <OrderFacts order={order} />
          </Card>
          <Calls calls={order.calls} />
          {order.mayReveal && <Contact order={order} />}
          <TaskSteps order={order} onChanged={query.retry} />
          <Card title={<Trans>办到哪一步了</Trans>}>
            <OrderTimeline order={order} />
          </Card>
        </>
      )}
    </QueryView>
  )
}
