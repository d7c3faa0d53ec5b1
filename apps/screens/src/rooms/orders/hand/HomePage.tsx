import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
// Piece by piece: the first page brings only what it shows.
import { ButtonLink } from '../../../kit/hand/Button.tsx'
import { CardLink } from '../../../kit/hand/Card.tsx'
import { Page } from '../../../kit/hand/Page.tsx'
import { QueryView } from '../../../kit/hand/states.tsx'
import { hand } from '../../../kit/routes.ts'
import { activities } from '../../activities/hand/addresses.ts'
import { merchants } from '../../merchants/hand/addresses.ts'
import { handles, isSignedOut, useFace } from '../../people/hand/session.ts'
import { signInUrl } from '../../people/hand/signInUrl.ts'
import { usePlaceWords } from '../../places/hand/usePlaceWords.ts'
import { stations } from '../../stations/hand/addresses.ts'
import { useMyOrders } from '../queries.ts'
import { ElderPrompt } from './ElderPrompt.tsx'
import { OrderCard } from './OrderCard.tsx'

/** Only whoever works brings it to their phone. */
const WorkWays = lazy(() => import('../../people/hand/WorkWays.tsx'))

/** One large way to ask for help, what became of it, and the few other ways on. */
export default function HomePage() {
  const { t } = useLingui()
  const word = usePlaceWords()
  const face = useFace()
  return (
    <Page title={word('brand.name', t`邻里`)}>
      <ElderPrompt />
      <Link href={hand.placeOrder.url()} className="ask-button">
        <strong>{word('button.help', t`求助`)}</strong>
        <span>{word('step.placeOrder', t`一键发单`)}</span>
      </Link>
      <DutyLine />
      {face.data && <OpenOrders />}
      {isSignedOut(face.error) && (
        <ButtonLink href={signInUrl(hand.signIn.url(), hand.home.url())} look="second" wide>
          <Trans>登录，看我的单</Trans>
        </ButtonLink>
      )}
      <nav aria-label={t`更多`} className="cards">
        {face.data && handles(face.data) && (
          <Suspense fallback={null}>
            <WorkWays face={face.data} />
          </Suspense>
        )}
        <CardLink href={hand.claimBoard.url()} title={word('hall.claimBoard', t`抢单大厅`)}>
          <Trans>附近谁需要帮忙，我去</Trans>
        </CardLink>
        {face.data && (
          <>
            <CardLink href={hand.inbox.url()} title={<Trans>通知</Trans>} />
            <CardLink href={hand.points.url()} title={word('brand.points', t`我的积分`)} />
          </>
        )}
        <CardLink href={stations.url()} title={word('station.name', t`驿站`)}>
          <Trans>歇脚、办事、预约，看哪里开着</Trans>
        </CardLink>
        <CardLink href={activities.url()} title={<Trans>活动</Trans>}>
          <Trans>社区最近有什么，报个名</Trans>
        </CardLink>
        <CardLink href={merchants.url()} title={<Trans>身边商户</Trans>}>
          <Trans>走几分钟有哪家，现在开没开</Trans>
        </CardLink>
        <CardLink href={hand.board.url()} title={<Trans>晒单墙</Trans>}>
          <Trans>看看邻居的事是怎么办好的</Trans>
        </CardLink>
      </nav>
    </Page>
  )
}

/** When somebody is on duty and how things can be done, where the place says so. */
function DutyLine() {
  const word = usePlaceWords()
  const lines = [word('duty.hours', ''), word('duty.ways', '')].filter((line) => line !== '')
  return lines.map((line) => <p key={line}>{line}</p>)
}

const OPEN: readonly string[] = [
  'submitted',
  'accepted',
  'offered',
  'dispatched',
  'inProgress',
  'rework',
  'handled',
  'followUp',
]
const MOST = 3

function OpenOrders() {
  const query = useMyOrders()
  return (
    <section className="stack">
      <h2>
        <Trans>我的单</Trans>
      </h2>
      <QueryView query={query} rows={1}>
        {({ items }) => {
          const open = items.filter(({ state }) => OPEN.includes(state)).slice(0, MOST)
          return open.length === 0 ? (
            <p>
              <Trans>现在没有正在办的单。</Trans>
            </p>
          ) : (
            <ul className="cards">
              {open.map((order) => (
                <li key={order.id}>
                  <OrderCard order={order} href={hand.order.url({ id: order.id })} />
                </li>
              ))}
            </ul>
          )
        }}
      </QueryView>
    </section>
  )
}
