import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { CHANNELS, EVIDENCE, RESTRICTIONS, RESULTS, SCORES, URGENCIES } from '@linli/contract/orders/words'
import type { ReactNode } from 'react'
import { call } from '../../../../kit/api.ts'
import { Panel, RevealButton } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useNow } from '../../../../kit/useNow.ts'
import { Photos, VoiceNote } from '../../hand/Photos.tsx'
import { useItemWords, useKindWords } from '../fields/useItems.ts'

type OrderProps = { readonly order: OrderView }

/** Doors where staff write down what somebody says: nobody placed it for another. */
const TAKEN_DOWN: ReadonlySet<OrderView['channel']> = new Set(['telephone', 'counter', 'gridReport'])

/** What was asked for, in the words of the person who asked. */
export function OrderFacts({ order }: OrderProps) {
  return (
    <Panel title={<Trans>诉求</Trans>}>
      <p className="said">{order.detail}</p>
      {order.voice && <VoiceNote id={order.voice} />}
      {order.photos.length > 0 && <Photos ids={order.photos} />}
      <dl className="order-facts">
        {useFacts(order).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function useFacts(order: OrderView): (readonly [string, ReactNode])[] {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const itemWords = useItemWords()
  const kindWords = useKindWords()
  const marks = [
    order.anonymous && t`匿名`,
    order.confidential && t`要求保密`,
    order.vulnerable && t`特殊困难人员`,
    order.placedForAnother && !order.sender && !TAKEN_DOWN.has(order.channel) && t`代他人点单`,
    order.restriction !== 'none' && say(RESTRICTIONS[order.restriction]),
  ].filter(Boolean)
  const channel = say(CHANNELS[order.channel])
  const needed = order.evidenceNeeded.map((evidence) => say(EVIDENCE[evidence])).join(t`、`)
  const facts: (readonly [string, ReactNode])[] = [
    [t`事项`, itemWords(order.item) ?? t`还没有归到事项`],
    [t`诉求类型`, kindWords(order.kind)],
    [t`紧急程度`, say(URGENCIES[order.urgency])],
    [t`地点`, [order.place, order.address].filter(Boolean).join(' ')],
    [t`联系方式`, <Contact key="contact" order={order} />],
    [t`来源`, TAKEN_DOWN.has(order.channel) ? t`${channel}（工作人员登记）` : channel],
    [t`点单时间`, say(momentWords(order.placedAt, now))],
  ]
  const { sender } = order
  if (sender) {
    facts.push([t`转来方`, t`${sender.name}，编号 ${sender.number}`])
    if (sender.dueAt) facts.push([t`转来方的时限`, say(momentWords(sender.dueAt, now))])
    if (sender.decides)
      facts.push([
        t`谁来结案`,
        t`由转来方回访、结案，这里不打回访电话：等它答复后录入。要退回它，先提请不予受理，它同意收回再录入。`,
      ])
  }
  if (marks.length > 0) facts.push([t`请留意`, <strong key="marks">{marks.join(t`、`)}</strong>])
  if (needed) facts.push([t`办结要有`, needed])
  if (order.round > 1) facts.push([t`办理次数`, order.round])
  if (order.callsTried > 0) facts.push([t`回访电话`, t`已打 ${order.callsTried} 次没有接通`])
  if (order.result) facts.push([t`结果`, say(RESULTS[order.result])])
  if (order.rating) facts.push([t`评价`, <Rating key="rating" rating={order.rating} />])
  if (order.consentedToShow)
    facts.push([t`晒单`, order.publicationSlug ? t`已公开` : t`居民同意，还没有公开`])
  return facts
}

function Rating({ rating }: { readonly rating: NonNullable<OrderView['rating']> }) {
  const say = useSay()
  const grade = Object.entries(SCORES).find(([score]) => Number(score) === rating.score)?.[1]
  return (
    <>
      {grade ? say(grade) : rating.score} · {say(RESULTS[rating.resolved])}
      {rating.comment && <span className="said"> {rating.comment}</span>}
    </>
  )
}

/** Name and number masked; the whole is shown for a reason, on record. */
function Contact({ order }: OrderProps) {
  const { t } = useLingui()
  const masked = [order.contactName, order.contactPhone].filter(Boolean).join(' ')
  if (masked === '') return <Trans>没有留下，或者不向您显示</Trans>
  if (!order.mayReveal) return masked
  async function reveal(reason: string) {
    const { contactName, contactPhone, address } = await call('revealContact', {
      params: { id: order.id },
      body: { reason },
    })
    return [contactName, contactPhone, address].filter(Boolean).join(' ')
  }
  return <RevealButton what={t`联系方式`} masked={masked} reveal={reveal} />
}
