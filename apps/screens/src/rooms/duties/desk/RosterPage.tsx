import { Trans, useLingui } from '@lingui/react/macro'
import { ROSTER_PURPOSES, ROSTER_STATES } from '@linli/contract/duties/words'
import { Alert, Button, Popconfirm, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { DeskPage, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { AskPanel } from './AskPanel.tsx'
import { rosters } from './addresses.ts'
import { DayDuties } from './DayDuties.tsx'
import { DayLog } from './DayLog.tsx'
import { Guide } from './Guide.tsx'
import { MonthPanel } from './MonthPanel.tsx'
import { Outcome } from './Outcome.tsx'
import { PostList } from './PostList.tsx'
import { NextMonth, Summary, WorkPanel } from './WorkPanel.tsx'

type Roster = Answer<'getRoster'>
const PLANNING_MILLISECONDS = 1500

/** 一张排班表: who was asked, what is proposed, what stays open and why, and a person's yes. */
export default function RosterPage({ params }: { readonly params: { readonly id: string } }) {
  const { t } = useLingui()
  const read = useRead('getRoster', { params }, ['duties.'])
  const { refetch } = read
  const isPlanning = read.data?.state === 'planning'
  useEffect(() => {
    if (!isPlanning) return
    const timer = setInterval(() => void refetch(), PLANNING_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isPlanning, refetch])
  return (
    <DeskPage title={read.data?.title ?? t`排班`} back={{ href: rosters.url(), label: <Trans>排班</Trans> }}>
      <ReadView read={read}>
        {(roster) => <RosterView roster={roster} onChanged={() => void refetch()} />}
      </ReadView>
    </DeskPage>
  )
}

/** So few posts are shown as a month; more are looked at day by day. */
const FEW_POSTS = 6

function RosterView({ roster, onChanged }: { readonly roster: Roster; readonly onChanged: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  const { purpose, state, areaName, fromOn, toOn, restHours, weekHours, reason, work, outcome } = roster
  const hasDuties = state === 'proposed' || state === 'accepted' || (state === 'closed' && work !== null)
  const isAsking = state === 'open' || state === 'proposed'
  return (
    <>
      <p className="lead">
        {say(ROSTER_PURPOSES[purpose])} · {areaName || t`全区`} · {fromOn} – {toOn} ·{' '}
        {say(ROSTER_STATES[state])}
      </p>
      {reason !== null && <p>{reason}</p>}
      <Guide roster={roster} />
      {state !== 'accepted' && state !== 'closed' && <Steps roster={roster} onChanged={onChanged} />}
      {roster.planFailedAt !== null && state === 'open' && (
        <Alert
          type="warning"
          showIcon
          title={<Trans>上次没有排成。请看人手和要求是不是太紧，再排一次。</Trans>}
        />
      )}
      {state === 'planning' && <Planning percent={roster.progress} />}
      {work && state === 'accepted' && <WorkPanel roster={roster} work={work} onChanged={onChanged} />}
      {work && state === 'closed' && <Summary work={work} />}
      {purpose === 'duty' && work && <NextMonth roster={roster} />}
      {state === 'accepted' && <MorePeople rosterId={roster.id} onChanged={onChanged} />}
      {isAsking && <AskPanel rosterId={roster.id} onChanged={onChanged} />}
      {outcome && state !== 'accepted' && state !== 'closed' && <Outcome roster={roster} outcome={outcome} />}
      {hasDuties && roster.posts.length <= FEW_POSTS && (
        <MonthPanel roster={roster} today={todayWithin(roster)} />
      )}
      {hasDuties && <DayDuties roster={roster} today={todayWithin(roster)} />}
      {outcome && state === 'accepted' && <Outcome roster={roster} outcome={outcome} />}
      {work && <DayLog rosterId={roster.id} today={todayWithin(roster)} />}
      <p>
        <Trans>
          两班之间至少休息 {restHours} 小时，每人每周最多 {weekHours} 小时。
        </Trans>
      </p>
      <PostList roster={roster} />
    </>
  )
}

/** Places that fell empty want people who have not been asked so far; what it takes to count is done at a press. */
function MorePeople({ rosterId, onChanged }: { readonly rosterId: string; readonly onChanged: () => void }) {
  const [asks, setAsks] = useState(false)
  if (asks) return <AskPanel rosterId={rosterId} onChanged={onChanged} />
  return (
    <div className="desk-actions">
      <Button onClick={() => setAsks(true)}>
        <Trans>人手不够，再问一些人</Trans>
      </Button>
    </div>
  )
}

/** Today, or the first day of a roster that has not begun, or the last of one that is over. */
function todayWithin({ fromOn, toOn }: Roster): string {
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
  if (today < fromOn) return fromOn
  return today > toOn ? toOn : today
}

function Planning({ percent }: { readonly percent: number }) {
  const { t } = useLingui()
  return (
    <Panel>
      <div role="status">
        <Trans>正在排班，做完会自动显示。</Trans>
      </div>
      <Progress percent={percent} aria-label={t`排到百分之几`} />
    </Panel>
  )
}

/** Plan, accept, or close what is not needed: each as its own button, never one out of the other. */
function Steps({ roster, onChanged }: { readonly roster: Roster; readonly onChanged: () => void }) {
  const { id, version, state, coming } = roster
  const proposing = useCommand('proposeRoster')
  const accepting = useCommand('acceptRoster')
  const closing = useCommand('closeRoster')
  const params = { id }

  async function propose() {
    if (await proposing.send({ params, body: { version } })) onChanged()
  }
  async function accept() {
    if (await accepting.send({ params, body: { version } })) onChanged()
  }
  async function close() {
    if (await closing.send({ params, body: { version } })) onChanged()
  }
  return (
    <>
      <ErrorSummary failure={proposing.failure ?? accepting.failure ?? closing.failure} />
      {state === 'proposed' && <Fills operation="acceptRoster" />}
      <div className="desk-actions">
        {state === 'proposed' && (
          <Button type="primary" onClick={() => void accept()} loading={accepting.sending}>
            <Trans>确认排班，通知大家</Trans>
          </Button>
        )}
        {coming > 0 && state !== 'planning' && (
          <Button
            type={state === 'open' ? 'primary' : 'default'}
            onClick={() => void propose()}
            loading={proposing.sending}
          >
            {state === 'open' ? <Trans>生成方案</Trans> : <Trans>重新生成方案</Trans>}
          </Button>
        )}
        {state !== 'planning' && (
          <Popconfirm
            title={<Trans>不办了，问过的人不用再答复。</Trans>}
            okText={<Trans>不办了</Trans>}
            cancelText={<Trans>先不</Trans>}
            onConfirm={() => void close()}
          >
            <Button loading={closing.sending}>
              <Trans>不办了</Trans>
            </Button>
          </Popconfirm>
        )}
      </div>
    </>
  )
}
