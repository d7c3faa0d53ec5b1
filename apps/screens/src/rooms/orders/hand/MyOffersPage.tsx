import { Trans, useLingui } from '@lingui/react/macro'
import type { MyOffer } from '@linli/contract/orders/offerShapes'
import { OFFER_ENDS } from '@linli/contract/orders/offerWords'
import { ButtonLink, Card, Empty, Page, QueryView, StatusMark } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { mine } from '../../people/hand/addresses.ts'
import { claims } from '../../people/hand/session.ts'
import { ForHelpers } from './ForHelpers.tsx'
import { useOfferWhy } from './useOfferWhy.ts'

/** 没轮到我的单: whether each of the last weeks' offers asked me, by which rule not, and what became of it. */
export default function MyOffersPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`为什么没轮到我`}
      back={{ href: hand.claimBoard.url(), label: <Trans>抢单大厅</Trans> }}
      lead={
        <Trans>
          先问到谁，只看下面写的规则；问到的人里，谁先点“我去”谁接。不看积分、评价，也不给人排名。
        </Trans>
      }
    >
      <ForHelpers may={claims}>
        <Offers />
      </ForHelpers>
    </Page>
  )
}

function Offers() {
  const query = useQuery('listMyOffers', {}, ['orders.'])
  return (
    <QueryView query={query}>
      {({ days, items }) => (
        <>
          {items.length === 0 && (
            <Empty title={<Trans>近 {days} 天没有</Trans>}>
              <p>
                <Trans>您服务的范围里没有别人接走、或没问到您的单。</Trans>
              </p>
            </Empty>
          )}
          <ul className="cards">
            {items.map((offer) => (
              <li key={`${offer.at} ${offer.title} ${offer.place}`}>
                <OfferCard offer={offer} />
              </li>
            ))}
          </ul>
          <p>
            <Trans>
              范围、时段、上限和夜间急单由您自己定。觉得写得不对，请打电话问社区，或点一单说一说。
            </Trans>
          </p>
          <ButtonLink href={mine.helping.url()} look="second" wide>
            <Trans>看我的服务设置</Trans>
          </ButtonLink>
        </>
      )}
    </QueryView>
  )
}

function OfferCard({ offer }: { readonly offer: MyOffer }) {
  const say = useSay()
  const why = useOfferWhy()
  const { title, place, at, end, endedAt } = offer
  return (
    <Card title={title}>
      <p>
        {place} · {say(momentWords(at))}
      </p>
      <p className="sentence">{why(offer)}</p>
      <p>
        <StatusMark tone={end === 'open' ? 'waiting' : 'done'} word={say(OFFER_ENDS[end])} />
        {endedAt && <> {say(momentWords(endedAt))}</>}
      </p>
    </Card>
  )
}
