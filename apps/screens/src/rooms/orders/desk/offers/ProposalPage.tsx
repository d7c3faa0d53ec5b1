import { Trans, useLingui } from '@lingui/react/macro'
import type { Proposal } from '@linli/contract/orders/offerShapes'
import { LEFT_OUT, PAIR_REASONS } from '@linli/contract/orders/offerWords'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { DeskPage, EmptyState, ErrorSummary, Panel, ReadView } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { desk } from '../../../../kit/routes.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import './offers.css'
import { useOnce } from './useOnce.ts'

type Pair = Proposal['pairs'][number]

/** 缺人时的搭配: a proposal and nothing more; each pair is pressed by a person. */
export default function ProposalPage() {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const read = useOnce('proposeOffers', {}, asked)
  return (
    <DeskPage
      title={t`缺人时的搭配`}
      back={{ href: desk.dispatch.url(), label: <Trans>派单</Trans> }}
      lead={
        <Trans>
          待接的单多、空闲的志愿者少时，算一份“谁去哪一单”的建议。只是建议，派不派由您一单一单定。
        </Trans>
      }
      actions={
        <Button
          type="primary"
          loading={read.isFetching}
          onClick={() => (asked ? void read.refetch() : setAsked(true))}
        >
          {asked ? <Trans>重新算</Trans> : <Trans>算一份建议</Trans>}
        </Button>
      }
    >
      {asked ? (
        <ReadView read={read}>{(found) => <Found found={found} />}</ReadView>
      ) : (
        <p>
          <Trans>建议里有志愿者的姓名，会记下您看过。</Trans>
        </p>
      )}
    </DeskPage>
  )
}

function Found({ found }: { readonly found: Proposal }) {
  const { waiting, free, percent, least, short, method, pairs, left } = found
  return (
    <>
      <Panel title={<Trans>现在的人手</Trans>}>
        <p>
          <Trans>
            {waiting} 张单待接，{free} 位志愿者有空。
          </Trans>{' '}
          <Trans>
            规则：至少 {least} 张待接，且多于空闲人数的 {percent}%，算缺人。
          </Trans>
        </p>
        {short && (
          <p>
            {method === 'best' ? (
              <Trans>这样搭配，能接的单最多，走的路合起来最少，等久了的也排得上。</Trans>
            ) : (
              <Trans>这次没有在限定时间里算完，改按先等先配、就近来配。</Trans>
            )}
          </p>
        )}
      </Panel>
      {!short && <EmptyState title={<Trans>现在人手够，照常一拨一拨地问就好。</Trans>} />}
      {short && pairs.length === 0 && (
        <EmptyState title={<Trans>没有谁能去：看下面每张单的原因，或改派给队伍和单位。</Trans>} />
      )}
      {pairs.length > 0 && (
        <Panel title={<Trans>建议的搭配</Trans>}>
          <ul className="pair-list">
            {pairs.map((pair) => (
              <li key={`${pair.order.id} ${pair.order.version}`}>
                <PairLine pair={pair} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {left.length > 0 && <Left left={left} />}
    </>
  )
}

function PairLine({ pair }: { readonly pair: Pair }) {
  const { t } = useLingui()
  const say = useSay()
  const [done, setDone] = useState(false)
  const { send, sending, failure } = useCommand('assignOrder')
  const { order, helper, minutes, measured, reasons } = pair
  const { name, held, quota, personId } = helper
  const assign = async () => {
    const body = { version: order.version, assignee: { personId } }
    if (await send({ params: { id: order.id }, body })) setDone(true)
  }
  return (
    <>
      <OrderWords order={order} />
      <p>
        <strong>{name}</strong>{' '}
        {measured ? (
          <Trans>步行约 {minutes} 分钟（直线）</Trans>
        ) : (
          <Trans>步行约 {minutes} 分钟（按辖区估）</Trans>
        )}
        {' · '}
        <Trans>
          手上 {held} 单，上限 {quota} 单
        </Trans>
        {' · '}
        {reasons.map((reason) => say(PAIR_REASONS[reason])).join(t`、`)}
      </p>
      <ErrorSummary failure={failure} />
      <div role="status">
        {done && <Alert type="success" showIcon role="none" title={<Trans>已派给 {name}</Trans>} />}
      </div>
      {!done && (
        <Button size="large" loading={sending} onClick={() => void assign()}>
          <Trans>派给 {name}</Trans>
        </Button>
      )}
    </>
  )
}

function OrderWords({ order }: { readonly order: Pair['order'] }) {
  const say = useSay()
  return (
    <p>
      <Link href={desk.order.url({ id: order.id })}>
        {order.number} {order.title}
      </Link>
      <br />
      {order.place} · {say(momentWords(order.placedAt))}
    </p>
  )
}

function Left({ left }: { readonly left: Proposal['left'] }) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <Panel title={<Trans>这一回配不上的</Trans>}>
      <ul className="pair-list">
        {left.map(({ order, reasons }) => (
          <li key={order.id}>
            <OrderWords order={order} />
            <p>
              {reasons.length === 0 ? (
                <Trans>能去的人都配给了别的单。</Trans>
              ) : (
                <Trans>
                  有空但不能去的：
                  {reasons.map(({ reason, people }) => `${say(LEFT_OUT[reason])} ${people}`).join(t`、`)}
                </Trans>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
