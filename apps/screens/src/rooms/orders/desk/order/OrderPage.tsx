import { Trans, useLingui } from '@lingui/react/macro'
import { ROLES, STATES, transitionOf } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import {
  DeskPage,
  EmptyState,
  Panel,
  ReadView,
  StatusMark,
  useRead,
  useShortcuts,
} from '../../../../kit/desk/index.ts'
import { Problem } from '../../../../kit/failure.ts'
import { useSay } from '../../../../kit/language.ts'
import type { PageProps } from '../../../../kit/route.ts'
import { desk } from '../../../../kit/routes.ts'
import { useNow } from '../../../../kit/useNow.ts'
import { useFace } from '../../../people/desk/signInSession.ts'
import { SimilarPanel } from '../../../suggestions/desk/SimilarPanel.tsx'
import { dueWords, ownerWords, toneOf } from '../../hand/words.ts'
import { firstPage } from '../firstPage.ts'
import { WavesPanel } from '../offers/WavesPanel.tsx'
import '../orders.css'
import { StepForm } from '../steps/StepForm.tsx'
import { type DeskVerb, deskSteps } from '../steps/stepTable.ts'
import { Clocks } from './Clocks.tsx'
import { GroupText } from './GroupText.tsx'
import { History } from './History.tsx'
import { OrderFacts } from './OrderFacts.tsx'
import { Waiting } from './Waiting.tsx'

/** One order: what it is, what happened, and only the steps this person may take now. */
export default function OrderPage({ params: { id } }: PageProps<typeof desk.order>) {
  const { t } = useLingui()
  const read = useRead('getOrder', { params: { id } }, ['orders.'])
  const number = read.data?.number ?? ''
  const { data: face } = useFace()
  // Whoever has no queue to go back to has their tasks.
  const back =
    face && firstPage(face.roles) === desk.tasks.url()
      ? { href: desk.tasks.url(), label: <Trans>我的任务</Trans> }
      : { href: desk.queue.url(), label: <Trans>工单队列</Trans> }
  return (
    <DeskPage title={read.data ? t`工单 ${number}` : t`工单`} back={back}>
      {wentAway(read) ? (
        <EmptyState title={<Trans>这张单转到别处去了，由那边接着办，您这里不再显示。</Trans>} />
      ) : (
        <ReadView read={read}>
          {(order) => <WholeOrder order={order} readAgain={() => void read.refetch()} />}
        </ReadView>
      )}
    </DeskPage>
  )
}

/** It was here and is not for this reader any more: a step took it into another area or to other hands. */
const wentAway = ({ data, error }: { readonly data: unknown; readonly error: Error | null }) =>
  data !== undefined && error instanceof Problem && (error.status === 404 || error.status === 403)

type OrderProps = { readonly order: OrderView }

function WholeOrder({ order, readAgain }: OrderProps & { readonly readAgain: () => void }) {
  return (
    <>
      <WhoAndWhen order={order} />
      <div className="order-columns">
        <div>
          <Waiting order={order} />
          <Steps order={order} readAgain={readAgain} />
          {order.groupText && <GroupText text={order.groupText} />}
          <OrderFacts order={order} />
        </div>
        <div>
          <SimilarPanel order={order} />
          <History order={order} />
          <WavesPanel order={order} />
          <Clocks clocks={order.clocks} />
        </div>
      </div>
    </>
  )
}

function WhoAndWhen({ order }: OrderProps) {
  const say = useSay()
  const now = useNow()
  const { title, state, overdue, owner, due } = order
  return (
    <Panel title={title}>
      <p className="order-line">
        <StatusMark tone={toneOf(state, false)} word={say(STATES[state])} />
        <span>
          <Trans>谁在办：</Trans>
          <strong>{say(ownerWords(owner))}</strong>
        </span>
        {due && overdue && <StatusMark tone="late" word={say(dueWords(due, now))} />}
        {due && !overdue && <strong>{say(dueWords(due, now))}</strong>}
      </p>
    </Panel>
  )
}

/** The buttons of this moment; one opens its form below, and the form stays while the order changes under it. */
function Steps({ order, readAgain }: OrderProps & { readonly readAgain: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  const face = useFace()
  const [open, setOpen] = useState<DeskVerb>()
  const [done, setDone] = useState('')
  const verbs = deskSteps(order.actions)
  const choose = (verb: DeskVerb) => {
    setDone('')
    setOpen(verb)
  }
  useShortcuts(
    verbs.slice(0, 9).map((verb, index) => ({
      key: String(index + 1),
      label: say(transitionOf(verb).label),
      run: () => choose(verb),
    })),
  )
  const roles = [...new Set(face.data?.roles.map(({ role }) => say(ROLES[role])))].join(t`、`)
  return (
    <>
      <Panel title={<Trans>现在可以办</Trans>}>
        <div role="status">
          {done && <Alert type="success" showIcon role="none" title={<Trans>已办：{done}</Trans>} />}
        </div>
        {verbs.length === 0 && (
          <p>
            <Trans>这一步不在您手上。您的岗位：{roles}</Trans>
          </p>
        )}
        <div className="desk-actions">
          {verbs.map((verb, index) => (
            <Button
              key={verb}
              type={index === 0 && open === undefined ? 'primary' : 'default'}
              aria-expanded={open === verb}
              onClick={() => choose(verb)}
            >
              {say(transitionOf(verb).label)}
            </Button>
          ))}
        </div>
      </Panel>
      {open && (
        <StepForm
          key={open}
          verb={open}
          order={order}
          onDone={(label) => {
            setOpen(undefined)
            setDone(label)
            readAgain()
          }}
          onRefused={readAgain}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
