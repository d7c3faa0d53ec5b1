import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { useState } from 'react'
import { Button, ButtonLink, Card, Dialog, ErrorSummary, Notice, TextField } from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { NoteForm } from './NoteForm.tsx'

type ActionsProps = { readonly order: OrderView; readonly onChanged: () => Promise<void> }

/** The steps that the server says the requester may take now; nothing else has a button. */
export function RequesterActions({ order, onChanged }: ActionsProps) {
  const may = (verb: string) => order.actions.includes(verb)
  const [noting, setNoting] = useState(false)
  return (
    <div className="stack">
      {may('rateOrder') && (
        <ButtonLink href={hand.rateOrder.url({ id: order.id })} icon="star" wide>
          <Trans>评一评办得怎么样</Trans>
        </ButtonLink>
      )}
      {may('supplementOrder') && (
        <Card title={<Trans>请补充情况</Trans>}>
          <p className="whitespace-pre-line">
            <strong>{questionOf(order)}</strong>
          </p>
          <NoteForm order={order} verb="supplementOrder" onDone={onChanged} />
        </Card>
      )}
      {may('selfHandle') && (
        <ButtonLink href={hand.task.url({ id: order.id })} wide>
          <Trans>当场办好了，去自办自结</Trans>
        </ButtonLink>
      )}
      <Showing order={order} onChanged={onChanged} />
      {noting ? (
        <Card title={<Trans>补充说明</Trans>}>
          <NoteForm order={order} verb="addNote" onDone={onChanged} onClose={() => setNoting(false)} />
        </Card>
      ) : (
        may('addNote') &&
        !may('supplementOrder') && (
          <Button look="second" wide onPress={() => setNoting(true)}>
            <Trans>补充说明，或加照片</Trans>
          </Button>
        )
      )}
      {may('requestReview') && <Review order={order} onChanged={onChanged} />}
      {may('urgeOrder') && <Urge order={order} onChanged={onChanged} />}
      {may('cancelOrder') && <Cancel order={order} onChanged={onChanged} />}
    </div>
  )
}

/** What the intake officer asked, in their words. */
const questionOf = ({ timeline }: OrderView): string =>
  timeline.findLast(({ verb }) => verb === 'askSupplement')?.remarks.join('\n') ?? ''

function Showing({ order, onChanged }: ActionsProps) {
  const { t } = useLingui()
  const agreeing = useCommand('consentToShow')
  const hiding = useCommand('hideOrder')
  const step = { params: { id: order.id }, body: { version: order.version } }
  const change = async (done: Promise<unknown>) => {
    if (await done) await onChanged()
  }
  return (
    <>
      <ErrorSummary failure={agreeing.failure ?? hiding.failure} />
      {order.publicationSlug && (
        <ButtonLink href={hand.shown.url({ slug: order.publicationSlug })} look="second" wide>
          <Trans>看晒出来的样子</Trans>
        </ButtonLink>
      )}
      {order.consentedToShow && !order.publicationSlug && (
        <Notice tone="calm" title={<Trans>您已同意晒单，隐去个人信息以后才会公开</Trans>} />
      )}
      {order.actions.includes('consentToShow') && !order.consentedToShow && (
        <Button
          look="second"
          wide
          busy={agreeing.sending}
          busyWord={t`正在记下…`}
          onPress={() => void change(agreeing.send(step))}
        >
          <Trans>同意晒单：隐去个人信息，给邻居看看</Trans>
        </Button>
      )}
      {order.actions.includes('hideOrder') && (order.publicationSlug || order.consentedToShow) && (
        <Button
          look="second"
          wide
          busy={hiding.sending}
          busyWord={t`正在撤下…`}
          onPress={() => void change(hiding.send(step))}
        >
          {order.publicationSlug ? <Trans>从晒单墙撤下</Trans> : <Trans>收回同意，不晒了</Trans>}
        </Button>
      )}
    </>
  )
}

/** 申请复核: what is not accepted, in the requester's words; somebody one level above answers. */
function Review({ order, onChanged }: ActionsProps) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button look="second" wide onPress={() => setOpen(true)}>
        <Trans>不服这个结果，申请复核</Trans>
      </Button>
    )
  return (
    <Card title={<Trans>申请复核</Trans>}>
      <p>
        <Trans>由上一级、没有参与原来决定的人再看一遍，书面答复您。不影响您向 12345 或信访反映。</Trans>
      </p>
      <NoteForm order={order} verb="requestReview" onDone={onChanged} onClose={() => setOpen(false)} />
    </Card>
  )
}

/** 催办: one press, once a day. */
function Urge({ order, onChanged }: ActionsProps) {
  const { t } = useLingui()
  const urging = useCommand('urgeOrder')
  async function urge() {
    if (await urging.send({ params: { id: order.id }, body: { version: order.version } })) await onChanged()
  }
  return (
    <>
      <ErrorSummary failure={urging.failure} />
      <Button look="second" wide busy={urging.sending} busyWord={t`正在催…`} onPress={() => void urge()}>
        <Trans>催一催，请快点办</Trans>
      </Button>
    </>
  )
}

function Cancel({ order, onChanged }: ActionsProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const cancelling = useCommand('cancelOrder')
  async function cancel() {
    const why = reason.trim()
    const body = { version: order.version, ...(why ? { reason: why } : {}) }
    const answer = await cancelling.send({ params: { id: order.id }, body })
    setOpen(false)
    if (answer) await onChanged()
  }
  return (
    <>
      <ErrorSummary failure={cancelling.failure} />
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Trans>不用办了，撤单</Trans>
      </Button>
      <Dialog open={open} title={<Trans>要撤掉这一单吗？</Trans>} onClose={() => setOpen(false)}>
        <p>
          <Trans>撤掉以后不再有人来办。需要时可以重新点单。</Trans>
        </p>
        <TextField
          field="reason"
          label={<Trans>为什么不用办了</Trans>}
          optional
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        <div className="stack">
          <Button
            look="danger"
            busy={cancelling.sending}
            busyWord={t`正在撤单…`}
            onPress={() => void cancel()}
          >
            <Trans>撤单</Trans>
          </Button>
          <Button look="second" wide onPress={() => setOpen(false)}>
            <Trans>先不撤</Trans>
          </Button>
        </div>
      </Dialog>
    </>
  )
}
