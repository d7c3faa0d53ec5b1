import { Trans, useLingui } from '@lingui/react/macro'
import { ButtonLink, Empty, Page } from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { hand } from '../../../kit/routes.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useMyOrders } from '../queries.ts'
import { OrderCard } from './OrderCard.tsx'

/** Everything this person asked for, newest first. */
export default function MyOrdersPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的单`} lead={<Trans>每一单谁在办、几点前办好，都在这里。</Trans>}>
      <SignedIn>
        {() => (
          <MoreList
            usePage={useMyOrders}
            keyOf={({ id }) => id}
            row={(order) => <OrderCard order={order} href={hand.order.url({ id: order.id })} />}
            empty={
              <Empty title={<Trans>您还没有点过单</Trans>}>
                <p>
                  <Trans>有事说一声，会有人来办。</Trans>
                </p>
                <ButtonLink href={hand.placeOrder.url()}>
                  <Trans>我要求助</Trans>
                </ButtonLink>
              </Empty>
            }
          />
        )}
      </SignedIn>
    </Page>
  )
}
