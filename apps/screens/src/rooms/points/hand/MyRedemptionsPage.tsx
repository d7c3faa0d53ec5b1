import { Trans, useLingui } from '@lingui/react/macro'
import type { MyRedemption } from '@linli/contract/points/redemptionShapes'
import { ButtonLink, CardLink, Empty, Page } from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useMyRedemptions } from '../queries.ts'
import { redemption as redemptionPage, shelf } from './addresses.ts'
import { RedemptionState, useWhen } from './RedemptionState.tsx'

/** 我的兑换: what was redeemed and how it stands, newest first. */
export default function MyRedemptionsPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的兑换`} back={{ href: hand.points.url(), label: <Trans>我的积分</Trans> }}>
      <SignedIn>
        {() => (
          <MoreList
            usePage={useMyRedemptions}
            keyOf={({ id }) => id}
            row={(redemption) => <Row redemption={redemption} />}
            empty={
              <Empty title={<Trans>还没有兑换过</Trans>}>
                <ButtonLink href={shelf.url()} look="second">
                  <Trans>去货架看看</Trans>
                </ButtonLink>
              </Empty>
            }
          />
        )}
      </SignedIn>
    </Page>
  )
}

function Row({ redemption }: { readonly redemption: MyRedemption }) {
  const say = useSay()
  const when = useWhen(redemption)
  const { id, reward, quantity, points, merchant } = redemption
  return (
    <CardLink
      href={redemptionPage.url({ id })}
      title={`${say(reward.name)}${quantity > 1 ? ` × ${quantity}` : ''}`}
      mark={<RedemptionState redemption={redemption} />}
    >
      <Trans>{points} 分</Trans> · {say(merchant.name)}
      <br />
      <span className="sentence">{when}</span>
    </CardLink>
  )
}
