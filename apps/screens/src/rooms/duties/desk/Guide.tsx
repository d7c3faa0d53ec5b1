import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import './guide.css'

type Roster = Answer<'getRoster'>
type Step = { readonly key: string; readonly title: ReactNode; readonly about: ReactNode }

/** Which step a roster stands at; all of them when it is closed. */
export function stepOf({ state, coming }: Pick<Roster, 'state' | 'coming'>): number {
  if (state === 'closed') return 5
  if (state === 'accepted') return 4
  if (state === 'proposed') return 3
  return state === 'planning' || coming > 0 ? 2 : 1
}

/** Where one is: what is done, what comes next, each with its figure. Whoever opens the page later goes on from here. */
export function Guide({ roster }: { readonly roster: Roster }) {
  const { posts, asked, coming, notComing, outcome, work, progress, state, closedAt } = roster
  const people = posts.reduce((sum, { needed }) => sum + needed, 0)
  const open = outcome ? outcome.places - outcome.filled : 0
  const now = stepOf(roster)
  const steps: Step[] = [
    {
      key: 'posts',
      title: <Trans>岗位</Trans>,
      about: (
        <Trans>
          {posts.length} 个岗位，每班 {people} 人
        </Trans>
      ),
    },
    {
      key: 'ask',
      title: <Trans>征询</Trans>,
      about: (
        <Trans>
          能来 {coming}，不能来 {notComing}，未答复 {asked}
        </Trans>
      ),
    },
    {
      key: 'plan',
      title: <Trans>排班</Trans>,
      about: planWords(),
    },
    {
      key: 'accept',
      title: <Trans>确认通知</Trans>,
      about: now > 3 && work ? <Trans>已通知，共 {work.places} 班</Trans> : <Trans>由人确认才生效</Trans>,
    },
    {
      key: 'serve',
      title: <Trans>值守</Trans>,
      about: work ? (
        <Trans>
          现在应在岗 {work.now.due}，已签到 {work.now.here}
        </Trans>
      ) : (
        <Trans>签到、换班</Trans>
      ),
    },
    {
      key: 'close',
      title: <Trans>收尾</Trans>,
      about: closedAt === null ? <Trans>确认时长、小结</Trans> : <Trans>已结束</Trans>,
    },
  ]
  function planWords(): ReactNode {
    if (state === 'planning') return <Trans>正在排，{progress}%</Trans>
    if (!outcome) return <Trans>还没排</Trans>
    return open > 0 ? <Trans>还空 {open} 个班位</Trans> : <Trans>全部排上</Trans>
  }
  return (
    <ol className="guide">
      {steps.map(({ key, title, about }, at) => {
        const isDone = at < now || state === 'closed'
        const isNow = at === now && state !== 'closed'
        return (
          <li
            key={key}
            data-state={isDone ? 'done' : undefined}
            {...(isNow ? { 'aria-current': 'step' as const } : {})}
          >
            <strong>
              {isDone ? '✓' : at + 1} {title}
            </strong>
            <p>{about}</p>
          </li>
        )
      })}
    </ol>
  )
}
