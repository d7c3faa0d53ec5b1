import { Trans, useLingui } from '@lingui/react/macro'
import type { ShelfReward } from '@linli/contract/points/redemptionShapes'
import { CardLink, Empty, Page, QueryView, StatusMark } from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useShelf } from '../queries.ts'
import { reward as rewardPage } from './addresses.ts'
import { Hindrance } from './Hindrance.tsx'
import { Left } from './Left.tsx'

/** 兑换货架: what points can become here, cheapest first, and what stands in the way of each. */
export default function ShelfPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`兑换货架`}
      back={{ href: hand.points.url(), label: <Trans>我的积分</Trans> }}
      lead={<Trans>积分只换货架上的东西。办事、看病、议事，人人一样，不用积分。</Trans>}
    >
      <SignedIn>{() => <Rewards />}</SignedIn>
    </Page>
  )
}

function Rewards() {
  const shelf = useShelf()
  return (
    <QueryView query={shelf}>
      {({ available }) => (
        <>
          <p className="lead">
            <Trans>
              您现在可以用 <strong>{available}</strong> 分
            </Trans>
          </p>
          <MoreList
            usePage={useShelf}
            keyOf={({ id }) => id}
            row={(reward) => <Row reward={reward} available={available} />}
            empty={
              <Empty title={<Trans>货架上还没有东西</Trans>}>
                <p>
                  <Trans>积分不会过期，社区上了货再来换。</Trans>
                </p>
              </Empty>
            }
          />
        </>
      )}
    </QueryView>
  )
}

function Row({ reward, available }: { readonly reward: ShelfReward; readonly available: number }) {
  const { t } = useLingui()
  const say = useSay()
  const { id, name, merchant, points, hindrance } = reward
  return (
    <CardLink
      href={rewardPage.url({ id })}
      title={say(name)}
      mark={hindrance ? <StatusMark tone="still" word={t`现在换不了`} /> : undefined}
    >
      <strong>
        <Trans>{points} 分一份</Trans>
      </strong>
      <br />
      {say(merchant.name)}
      <br />
      <Left stock={reward.stock} />
      {hindrance && (
        <>
          <br />
          <Hindrance reward={reward} available={available} />
        </>
      )}
    </CardLink>
  )
}
