import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { RESULTS, SCORES } from '@linli/contract/orders/words'
import { useSearch } from 'wouter'
import { Card, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useOrder } from '../queries.ts'
import { OrderFacts } from './OrderFacts.tsx'
import { OrderTimeline } from './OrderTimeline.tsx'
import { RequesterActions } from './RequesterActions.tsx'
import { scoreOf } from './score.ts'
import { WhoAndWhen } from './WhoAndWhen.tsx'

/** One order for the person who asked: who has it until when, what happened, and what one may do now. */
export default function OrderPage({ params }: PageProps<typeof hand.order>) {
  const { t } = useLingui()
  // A guest has no account, and so no list of orders: the way back is the page they came from.
  const isGuest = new URLSearchParams(useSearch()).get('from') === 'guest'
  const back = isGuest
    ? { href: '/guest', label: <Trans>我的求助</Trans> }
    : { href: hand.myOrders.url(), label: <Trans>我的单</Trans> }
  return (
    <Page title={t`这张单`} back={back}>
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
          <Rating order={order} />
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

/** What was said of this round, as whoever said it may read it again. */
function Rating({ order: { rating } }: { readonly order: OrderView }) {
  const say = useSay()
  const grade = scoreOf(rating?.score)
  if (!rating || !grade) return null
  return (
    <Card title={<Trans>评价</Trans>}>
      <p>
        {say(SCORES[grade])} · {say(RESULTS[rating.resolved])}
      </p>
      {rating.comment && <p className="whitespace-pre-line">{rating.comment}</p>}
    </Card>
  )
}
