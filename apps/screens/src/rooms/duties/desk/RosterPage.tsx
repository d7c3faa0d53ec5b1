import { Trans, useLingui } from '@lingui/react/macro'
import { ROSTER_PURPOSES, ROSTER_STATES } from '@linli/contract/duties/words'
import { Alert, Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { DeskPage, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { rosters } from './addresses.ts'
import { DayDuties } from './DayDuties.tsx'
import { DayLog } from './DayLog.tsx'
import { Outcome } from './Outcome.tsx'
import { PostTable } from './PostTable.tsx'

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

function RosterView({ roster, onChanged }: { readonly roster: Roster; readonly onChanged: () => void }) {
  const say = useSay()
  const { areaName, fromOn, toOn, asked, coming, notComing, restHours, weekHours } = roster
  return (
    <>
      <p className="lead">
        {say(ROSTER_PURPOSES[roster.purpose])} · {areaName} · {fromOn} – {toOn} ·{' '}
        {say(ROSTER_STATES[roster.state])}
      </p>
      <p>
        <Trans>
          {coming} 人能来，{notComing} 人来不了，{asked} 人还没答复。两班之间至少休息 {restHours}{' '}
          小时，每人每周最多 {weekHours} 小时。
        </Trans>
      </p>
      {roster.state !== 'accepted' && <Steps roster={roster} onChanged={onChanged} />}
      {roster.planFailedAt !== null && roster.state === 'open' && (
        <Alert
          type="warning"
          showIcon
          title={<Trans>上次没有排成。请看人手和要求是不是太紧，再排一次。</Trans>}
        />
      )}
      {roster.state === 'planning' && <Planning percent={roster.progress} />}
      {roster.outcome && <Outcome roster={roster} outcome={roster.outcome} />}
      {(roster.state === 'proposed' || roster.state === 'accepted') && <DayDuties roster={roster} />}
      {roster.state === 'accepted' && <DayLog rosterId={roster.id} today={todayWithin(roster)} />}
      <PostTable roster={roster} />
    </>
  )
}

/** Today, or the first day of a roster that has not begun. */
function todayWithin({ fromOn }: Roster): string {
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
  return today < fromOn ? fromOn : today
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

/** Ask, plan, accept: each as its own button, never one out of the other. */
function Steps({ roster, onChanged }: { readonly roster: Roster; readonly onChanged: () => void }) {
  const { id, version, state, coming } = roster
  const asking = useCommand('askMembers')
  const proposing = useCommand('proposeRoster')
  const accepting = useCommand('acceptRoster')
  const [asked, setAsked] = useState<number>()
  const params = { id }

  async function ask() {
    const answer = await asking.send({ params, body: {} })
    setAsked(answer?.asked)
    if (answer) onChanged()
  }
  async function propose() {
    if (await proposing.send({ params, body: { version } })) onChanged()
  }
  async function accept() {
    if (await accepting.send({ params, body: { version } })) onChanged()
  }
  return (
    <>
      <ErrorSummary failure={asking.failure ?? proposing.failure ?? accepting.failure} />
      <Saved>
        {asked !== undefined && asked > 0 && <Trans>新征询了 {asked} 人，等他们在手机上答复。</Trans>}
        {asked === 0 && <Trans>没有还没问过的志愿者。请先请人加入，并把服务范围设到这里。</Trans>}
      </Saved>
      <div className="desk-actions">
        <Button onClick={() => void ask()} loading={asking.sending}>
          <Trans>征询服务本区的志愿者</Trans>
        </Button>
        {coming > 0 && state !== 'planning' && (
          <Button
            type={state === 'open' ? 'primary' : 'default'}
            onClick={() => void propose()}
            loading={proposing.sending}
          >
            {state === 'open' ? <Trans>生成方案</Trans> : <Trans>重新生成方案</Trans>}
          </Button>
        )}
        {state === 'proposed' && (
          <Button type="primary" onClick={() => void accept()} loading={accepting.sending}>
            <Trans>确认排班，通知大家</Trans>
          </Button>
        )}
      </div>
    </>
  )
}
