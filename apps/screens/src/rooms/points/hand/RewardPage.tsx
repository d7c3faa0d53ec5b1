import { Trans, useLingui } from '@lingui/react/macro'
import type { ShelfReward } from '@linli/contract/points/redemptionShapes'
import { REWARD_KINDS } from '@linli/contract/points/words'
import { ButtonLink, Card, Empty, Facts, Notice, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { momentWords } from '../../../kit/time.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useShelf } from '../queries.ts'
import { type reward as rewardPage, shelf } from './addresses.ts'
import { Hindrance } from './Hindrance.tsx'
import { Left } from './Left.tsx'
import { RedeemForm } from './RedeemForm.tsx'
import { useFound } from './useFound.ts'

/** One reward of the shelf: what it costs and where it waits, how many, and the second look before it is redeemed. */
export default function RewardPage({ params }: PageProps<typeof rewardPage>) {
  const { t } = useLingui()
  return (
    <Page title={t`换这一样`} back={{ href: shelf.url(), label: <Trans>兑换货架</Trans> }}>
      <SignedIn>{() => <Reward id={params.id} />}</SignedIn>
    </Page>
  )
}

function Reward({ id }: { readonly id: string }) {
  const found = useFound(useShelf, id)
  const { data } = useShelf()
  const available = data?.available ?? 0
  return (
    <QueryView query={found} rows={2}>
      {(reward) =>
        reward ? (
          <>
            <Terms reward={reward} available={available} />
            {reward.hindrance ? (
              <Notice tone="calm" title={<Trans>现在换不了</Trans>}>
                <p>
                  <Hindrance reward={reward} available={available} />
                </p>
              </Notice>
            ) : (
              <RedeemForm reward={reward} onStale={found.retry} />
            )}
          </>
        ) : (
          <Empty title={<Trans>这一样已经不在货架上了</Trans>}>
            <ButtonLink href={shelf.url()} look="second">
              <Trans>看看别的</Trans>
            </ButtonLink>
          </Empty>
        )
      }
    </QueryView>
  )
}

function Terms({ reward, available }: { readonly reward: ShelfReward; readonly available: number }) {
  const say = useSay()
  const { name, kind, merchant, points, base, monthlyLimit, redeemedThisMonth, to } = reward
  return (
    <Card title={say(name)}>
      <Facts
        facts={[
          [<Trans key="points">一份要</Trans>, <Trans key="value">{points} 分</Trans>],
          [<Trans key="available">您可以用</Trans>, <Trans key="value">{available} 分</Trans>],
          [<Trans key="where">在哪里领</Trans>, say(merchant.name)],
          [<Trans key="kind">类别</Trans>, say(REWARD_KINDS[kind])],
          [<Trans key="left">还有多少</Trans>, <Left key="value" stock={reward.stock} />],
          ...(base > 0
            ? [
                [
                  <Trans key="base">须留积分</Trans>,
                  <Trans key="value">{base} 分，超过的部分才能用</Trans>,
                ] as const,
              ]
            : []),
          ...(monthlyLimit === null
            ? []
            : [
                [
                  <Trans key="limit">每月限量</Trans>,
                  <Trans key="value">
                    每人 {monthlyLimit} 份，您这个月兑了 {redeemedThisMonth} 份
                  </Trans>,
                ] as const,
              ]),
          ...(to === null ? [] : [[<Trans key="to">兑到什么时候</Trans>, say(momentWords(to))] as const]),
        ]}
      />
    </Card>
  )
}
