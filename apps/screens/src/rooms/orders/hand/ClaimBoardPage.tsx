import { Trans, useLingui } from '@lingui/react/macro'
import { ButtonLink, Empty, Notice, Page, QueryView } from '../../../kit/hand/index.ts'
import { useLiveState } from '../../../kit/live.ts'
import { hand } from '../../../kit/routes.ts'
import { mine } from '../../people/hand/addresses.ts'
import { claims } from '../../people/hand/session.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { useClaims } from '../queries.ts'
import { myOffers } from './addresses.ts'
import { ClaimCardView } from './ClaimCardView.tsx'
import { ForHelpers } from './ForHelpers.tsx'
import { LostNotice } from './LostNotice.tsx'
import { useClaim } from './useClaim.ts'
import { useWhyNot } from './useWhyNot.ts'

/** 抢单大厅, live: what a helper may take now. */
export default function ClaimBoardPage() {
  const { t } = useLingui()
  const word = usePlaceWords()
  return (
    <Page title={word('hall.claimBoard', t`抢单大厅`)}>
      <ForHelpers may={claims}>
        <Board />
      </ForHelpers>
    </Page>
  )
}

function Board() {
  const query = useClaims()
  const live = useLiveState()
  const whyNot = useWhyNot()
  const { claim, busyWith, failure } = useClaim(query.retry)
  return (
    <>
      <ButtonLink href={hand.myTasks.url()} look="second" icon="list" wide>
        <Trans>我的任务</Trans>
      </ButtonLink>
      <LostNotice failure={failure} />
      <QueryView query={query}>
        {({ items, openOrders, quota, mayClaim, why }) => (
          <>
            <p>
              <Trans>
                您手上有 {openOrders} 单，最多同时 {quota} 单。
              </Trans>
            </p>
            <p>
              {live === 'live' ? (
                <Trans>新单会自己出现。</Trans>
              ) : (
                <Trans>现在连不上，回到这一页会再看一次。</Trans>
              )}
            </p>
            {!mayClaim && (
              <Notice tone="warn" title={<Trans>您现在接不了单</Trans>}>
                <p>{whyNot(why)}</p>
                <ButtonLink href={mine.helping.url()} look="second">
                  <Trans>看我的服务设置</Trans>
                </ButtonLink>
              </Notice>
            )}
            {items.length === 0 && (
              <Empty title={<Trans>附近现在没有要帮忙的单</Trans>}>
                <p>
                  <Trans>有了新单会在通知里告诉您。</Trans>
                </p>
              </Empty>
            )}
            <ul className="cards">
              {items.map((card) => (
                <li key={card.id}>
                  <ClaimCardView
                    card={card}
                    mayClaim={mayClaim}
                    busy={busyWith === card.id}
                    onClaim={() => claim(card.id)}
                  />
                </li>
              ))}
            </ul>
            <ButtonLink href={myOffers.url()} look="second" wide>
              <Trans>为什么没轮到我</Trans>
            </ButtonLink>
          </>
        )}
      </QueryView>
    </>
  )
}
