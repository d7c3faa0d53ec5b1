import { Trans, useLingui } from '@lingui/react/macro'
import type { HotSpot } from '@linli/contract/suggestions/shapes'
import { Link } from 'wouter'
import { DeskPage, EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useItemWords } from '../../orders/desk/fields/useItems.ts'
import { TermsPanel } from './TermsPanel.tsx'
import './suggestions.css'

/** 多人反映的事, and how well items are suggested. */
export default function SuggestionsPage() {
  const { t } = useLingui()
  const spots = useRead('listHotSpots', {}, ['orders.'])
  return (
    <DeskPage
      title={t`多人反映的事`}
      lead={
        <Trans>
          同一地点、说法相近、至少三个人反映，还没办结或者一个月内办结的。热度每人只算一次，一周减半。
        </Trans>
      }
    >
      <ReadView read={spots}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={<Trans>现在没有三个人以上反映的同一件事</Trans>} />
          ) : (
            items.map((spot) => <Spot key={spot.orders[0]?.id} spot={spot} />)
          )
        }
      </ReadView>
      <TermsPanel />
    </DeskPage>
  )
}

function Spot({ spot }: { readonly spot: HotSpot }) {
  const { t } = useLingui()
  const say = useSay()
  const wordsOf = useItemWords()
  const { reporters, heat, orders } = spot
  const [since, latest] = [say(momentWords(spot.since)), say(momentWords(spot.latest))]
  return (
    <Panel title={`${wordsOf(spot.item) ?? orders[0]?.title ?? t`还没定事项`} · ${spot.place}`}>
      <p>
        <strong>
          <Trans>{reporters} 个人反映</Trans>
        </strong>
        <Trans>
          ，热度 {heat}，从 {since} 到 {latest}。
        </Trans>
      </p>
      <ul className="similar-list">
        {orders.map(({ id, number, title }) => (
          <li key={id}>
            <Link href={desk.order.url({ id })}>
              {number} {title}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
