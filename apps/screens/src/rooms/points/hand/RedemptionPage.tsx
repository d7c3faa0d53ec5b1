import { Trans, useLingui } from '@lingui/react/macro'
import type { MyRedemption } from '@linli/contract/points/redemptionShapes'
import { REFUND_REASONS } from '@linli/contract/points/words'
import type { ReactNode } from 'react'
import { ButtonLink, Card, Empty, Facts, Figure, Notice, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { momentWords } from '../../../kit/time.ts'
import type { Query } from '../../../kit/useQuery.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useMyRedemptions } from '../queries.ts'
import { type redemption as redemptionPage, redemptions } from './addresses.ts'
import { CancelRedemption } from './CancelRedemption.tsx'
import { PickUpCode } from './PickUpCode.tsx'
import { useFound } from './useFound.ts'

/** One redemption: the code to show while it waits, and how it ended afterwards. */
export default function RedemptionPage({ params }: PageProps<typeof redemptionPage>) {
  const { t } = useLingui()
  const found = useFound(useMyRedemptions, params.id)
  const title = found.data?.mayCancel === false ? t`这次兑换` : t`领取码`
  return (
    <Page title={title} back={{ href: redemptions.url(), label: <Trans>我的兑换</Trans> }}>
      <SignedIn>{() => <Redemption found={found} />}</SignedIn>
    </Page>
  )
}

function Redemption({ found }: { readonly found: Query<MyRedemption | null> }) {
  return (
    <QueryView query={found} rows={2}>
      {(redemption) =>
        redemption ? (
          <>
            {redemption.code !== null && redemption.mayCancel ? (
              <PickUpCode redemption={redemption} code={redemption.code} />
            ) : (
              <Ended redemption={redemption} />
            )}
            <What redemption={redemption} />
            {redemption.mayCancel && <CancelRedemption redemption={redemption} onCancelled={found.retry} />}
          </>
        ) : (
          <Empty title={<Trans>没有找到这次兑换</Trans>}>
            <ButtonLink href={redemptions.url()} look="second">
              <Trans>看我的兑换</Trans>
            </ButtonLink>
          </Empty>
        )
      }
    </QueryView>
  )
}

/** How it ended, and what became of the points. */
function Ended({ redemption: { state, points, reason } }: { readonly redemption: MyRedemption }) {
  const say = useSay()
  const why = reason && say(REFUND_REASONS[reason])
  switch (state) {
    case 'collected':
      return (
        <Notice tone="good" title={<Trans>已经领到了</Trans>}>
          <p>
            <Trans>用去 {points} 分。东西不对，请打电话给我们，可以退。</Trans>
          </p>
        </Notice>
      )
    case 'cancelled':
      return (
        <Notice tone="calm" title={<Trans>已经取消</Trans>}>
          <p>
            <Trans>{points} 分没有动，还是您的。</Trans>
          </p>
        </Notice>
      )
    case 'refunded':
      return (
        <Notice tone="calm" title={<Trans>已经退回</Trans>}>
          <p>
            <Trans>{points} 分回到了您的账上。</Trans>
          </p>
          {why && (
            <p>
              <Trans>原因：{why}</Trans>
            </p>
          )}
        </Notice>
      )
    default:
      return (
        <Notice tone="calm" title={<Trans>过了时间，没有领</Trans>}>
          <p>
            <Trans>{points} 分还是您的，想要可以再换。</Trans>
          </p>
        </Notice>
      )
  }
}

function What({ redemption }: { readonly redemption: MyRedemption }) {
  const say = useSay()
  const { number, reward, quantity, points, merchant, heldAt, collectedAt, endedAt } = redemption
  const moment = (word: ReactNode, at: string | null) =>
    at === null ? [] : [[word, say(momentWords(at))] as const]
  return (
    <Card title={say(reward.name)}>
      <Facts
        facts={[
          [<Trans key="quantity">数量</Trans>, <Trans key="value">{quantity} 份</Trans>],
          [<Trans key="points">积分</Trans>, <Trans key="value">{points} 分</Trans>],
          [<Trans key="where">在哪里领</Trans>, say(merchant.name)],
          ...moment(<Trans key="held">什么时候换的</Trans>, heldAt),
          ...moment(<Trans key="collected">什么时候领的</Trans>, collectedAt),
          ...moment(<Trans key="ended">什么时候结束的</Trans>, endedAt),
          [<Trans key="number">单号</Trans>, <Figure key="value">{number}</Figure>],
        ]}
      />
    </Card>
  )
}
