import { Trans } from '@lingui/react/macro'
import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { newKey } from '../../../kit/api.ts'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { codes, roster as rosterPage } from './addresses.ts'
import { byName } from './gates.ts'

type Roster = Answer<'getRoster'>
type Work = NonNullable<Roster['work']>
type PanelProps = { readonly roster: Roster; readonly work: Work; readonly onChanged: () => void }

/** 值守: who is missing now, hours as they were signed, the month after, and the end. */
export function WorkPanel({ roster, work, onChanged }: PanelProps) {
  const { id, version } = roster
  const [, go] = useLocation()
  const confirming = useCommand('confirmServed')
  const closing = useCommand('closeRoster')
  const [confirmed, setConfirmed] = useState<number>()
  const params = { id }

  async function confirm() {
    const answer = await confirming.send({ params })
    setConfirmed(answer?.confirmed)
    if (answer) onChanged()
  }
  async function close() {
    if (await closing.send({ params, body: { version } })) onChanged()
  }
  return (
    <Panel title={<Trans>现在</Trans>}>
      <ErrorSummary failure={confirming.failure ?? closing.failure} />
      <Fills operation="confirmServed" />
      <Saved>
        {confirmed !== undefined && confirmed > 0 && <Trans>按签到签退确认了 {confirmed} 班的时长。</Trans>}
      </Saved>
      <Missing roster={roster} work={work} />
      {work.waiting > 0 && (
        <p>
          <Trans>{work.waiting} 班签过到，时长待确认。</Trans>
        </p>
      )}
      {work.unsigned > 0 && (
        <p>
          <Trans>{work.unsigned} 班没有签到，请在值班表里逐一问清再确认。</Trans>
        </p>
      )}
      {work.swapsOpen > 0 && (
        <p>
          <Trans>{work.swapsOpen} 个换班等着办，在值班表里。</Trans>
        </p>
      )}
      <div className="desk-actions">
        <Button onClick={() => go(codes.url({ id }))}>
          <Trans>今天的签到码（打印）</Trans>
        </Button>
        {work.waiting > 0 && (
          <Button type="primary" loading={confirming.sending} onClick={() => void confirm()}>
            <Trans>按签到确认时长</Trans>
          </Button>
        )}
        <Popconfirm
          title={<Trans>结束后，还没开始的 {work.ahead} 班都取消，并通知这些人不用来了。</Trans>}
          okText={<Trans>结束值守</Trans>}
          cancelText={<Trans>先不</Trans>}
          onConfirm={() => void close()}
        >
          <Button loading={closing.sending}>
            <Trans>结束，写小结</Trans>
          </Button>
        </Popconfirm>
      </div>
    </Panel>
  )
}

/** So many posts are named in a line. */
const FEW_NAMED = 6

function Missing({ roster, work }: Omit<PanelProps, 'onChanged'>) {
  const { due, here, missing } = work.now
  const nameOf = (postId: string) => roster.posts.find(({ id }) => id === postId)?.name ?? ''
  const named = missing.map(({ postId, people }) => ({ name: nameOf(postId), people })).sort(byName)
  if (due === 0)
    return (
      <p>
        <Trans>这会儿没有班。还没开始的有 {work.ahead} 班。</Trans>
      </p>
    )
  if (roster.purpose !== 'crisis')
    return (
      <p>
        <Trans>现在应在岗 {due} 人。日常值班不查签到，志愿者要记时长的自己签。</Trans>
      </p>
    )
  if (missing.length === 0)
    return (
      <p>
        <Trans>现在应在岗 {due} 人，都签到了。</Trans>
      </p>
    )
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <Trans>
          现在应在岗 {due} 人，签到 {here} 人。还没签到的岗位：
        </Trans>
      }
      description={
        <>
          {named
            .slice(0, FEW_NAMED)
            .map(({ name, people }) => (people > 1 ? `${name} ${people}` : name))
            .join('、')}
          {missing.length > FEW_NAMED && <Trans>等 {missing.length} 个岗位，都在下面的值班表里。</Trans>}
        </>
      }
    />
  )
}

/** 小结: what the roster came to, in figures of shifts and hours; nobody is named or ranked. */
export function Summary({ work }: { readonly work: Work }) {
  const hours = Math.round(work.minutes / 6) / 10
  const lines = [
    <Trans key="places">
      共 {work.places} 班，{work.served} 班有人签到，{work.people} 人到过岗。
    </Trans>,
    <Trans key="hours">
      确认时长 {hours} 小时；{work.unsigned} 班没有签到，{work.waiting} 班时长还没确认。
    </Trans>,
    <Trans key="swaps">换过班 {work.swapsDone} 次。</Trans>,
    <Trans key="log">
      巡查 {work.checks} 次，隐患 {work.hazards} 处，转成工单 {work.orders} 张。
    </Trans>,
  ]
  return (
    <Panel title={<Trans>小结</Trans>}>
      {lines.map((line) => (
        <p key={line.key}>{line}</p>
      ))}
    </Panel>
  )
}

/** 下个月: one press goes on with the same posts; what everybody served so far is evened out. */
export function NextMonth({ roster }: { readonly roster: Roster }) {
  const { id, nextId, standing } = roster
  const [, go] = useLocation()
  const [next] = useState(newKey)
  const { send, sending, failure } = useCommand('continueRoster')
  async function goOn() {
    if (await send({ params: { id }, body: { id: next } })) go(rosterPage.url({ id: next }))
  }
  return (
    <Panel title={<Trans>下个月</Trans>}>
      <ErrorSummary failure={failure} />
      {nextId === null ? (
        <>
          <p>
            <Trans>
              岗位和班次照旧；{standing}{' '}
              人说过每个月都可以排，直接排上；其余的人再问一次。这个月谁值得多，下个月就少排。
            </Trans>
          </p>
          <div className="desk-actions">
            <Button type="primary" loading={sending} onClick={() => void goOn()}>
              <Trans>排下个月</Trans>
            </Button>
          </div>
        </>
      ) : (
        <Link href={rosterPage.url({ id: nextId })}>
          <Trans>下个月已经接着排了，打开看看</Trans>
        </Link>
      )}
    </Panel>
  )
}
