import { Trans, useLingui } from '@lingui/react/macro'
import { DAY_PARTS } from '@linli/contract/visits/words'
import { useState } from 'react'
import { Link } from 'wouter'
import { useDraft } from '../../../kit/drafts.ts'
import {
  Button,
  Empty,
  Loading,
  Notice,
  Page,
  StatusMark,
  Tabs,
  TextField,
  type Tone,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { foundIn, type Standing, standingOf, targetOf, todayOf, walkOf } from '../../../kit/offline/doors.ts'
import type { Door, KeptArea, WaitingRecord } from '../../../kit/offline/kept.ts'
import { dropRecord } from '../../../kit/offline/store.ts'
import type { PageProps } from '../../../kit/route.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'
import { campaigns, door, type walk } from './addresses.ts'
import { TakeButton } from './TakeButton.tsx'
import { useKept } from './useKept.ts'
import './visits.css'

const TONES: Readonly<Record<Standing, Tone>> = {
  open: 'waiting',
  again: 'moving',
  done: 'done',
  conflict: 'late',
}
type Part = 'today' | 'todo' | 'twice' | 'done'

/** The doors of one campaign in the order in which one walks, with what is done and what is left. */
export default function WalkPage({ params }: PageProps<typeof walk>) {
  const { t } = useLingui()
  usePlaceName()
  const kept = useKept(params.campaign)
  const [picked, setPart] = useState<Part>()
  const [words, setWords] = useState('')
  const back = { href: campaigns.url(), label: <Trans>走访</Trans> }
  if (!kept?.area)
    return (
      <Page title={t`走访`} back={back}>
        {kept ? (
          <Empty title={<Trans>这次走访还没有取到手机上</Trans>}>
            <TakeButton campaign={params.campaign} />
          </Empty>
        ) : (
          <Loading />
        )}
      </Page>
    )
  const { doors, campaign } = kept.area
  const done = doors.filter((one) => standingOf(one) === 'done')
  const todo = doors.filter((one) => standingOf(one) !== 'done')
  const twice = doors.filter((one) => standingOf(one) === 'conflict')
  const { positions } = kept.area
  const quota = campaign.dailyQuota ?? undefined
  const today = quota === undefined ? undefined : todayOf(doors, positions, quota)
  const part = picked ?? (today ? 'today' : 'todo')
  const found = foundIn(doors, words)
  const shown = found ?? { today: today?.next ?? [], todo, twice, done }[part]
  return (
    <Page title={campaign.name} back={back}>
      {!kept.area.opensOffline && (
        <Notice tone="warn" title={<Trans>走访时请不要关掉这个页面</Trans>}>
          <p>
            <Trans>这部手机没有信号时打不开新页面。已经记下的不会丢。</Trans>
          </p>
        </Notice>
      )}
      <Refused waiting={kept.waiting} doors={doors} />
      <TextField
        field="find"
        kind="search"
        label={<Trans>找一户</Trans>}
        hint={<Trans>写楼栋或门牌，例如“3栋 502”。没有网络也能找。</Trans>}
        maxLength={60}
        value={words}
        onChange={setWords}
      />
      {found ? (
        <p role="status">
          <Trans>找到 {found.length} 户</Trans>
        </p>
      ) : (
        <Tabs
          label={t`住户`}
          value={part}
          onChange={setPart}
          tabs={[
            ...(today
              ? [{ value: 'today' as const, label: <Trans>今天</Trans>, count: today.next.length }]
              : []),
            { value: 'todo', label: <Trans>还要走</Trans>, count: todo.length },
            ...(twice.length > 0
              ? [{ value: 'twice' as const, label: <Trans>要核对</Trans>, count: twice.length }]
              : []),
            { value: 'done', label: <Trans>走过了</Trans>, count: done.length },
          ]}
        />
      )}
      {!found && part === 'today' && today && (
        <p>
          <Trans>
            今天计划 {quota} 户，走了 {today.walked} 户。这是您自己的安排，不和别人比。
          </Trans>
        </p>
      )}
      <Doors campaign={params.campaign} doors={shown} positions={positions} />
      <TakeButton campaign={params.campaign} again />
    </Page>
  )
}

const FIRST = { building: '' }

/** One building is open at a time: where the worker was last, else the first that is left. */
function Doors({
  campaign,
  doors,
  positions,
}: {
  readonly campaign: string
  readonly doors: readonly Door[]
  readonly positions: KeptArea['positions']
}) {
  const { t } = useLingui()
  const say = useSay()
  const words: Readonly<Record<Standing, string>> = {
    open: t`未走`,
    again: t`没人，再来`,
    done: t`已走`,
    conflict: t`有两份，要核对`,
  }
  const [{ building }, change] = useDraft(`walk.${campaign}`, FIRST)
  const buildings = walkOf(doors, positions)
  const open = buildings.some(({ name }) => name === building) ? building : buildings[0]?.name
  if (doors.length === 0) return <Empty title={<Trans>这里没有要走的了</Trans>} />
  return buildings.map(({ name, floors }) => (
    <details
      key={name}
      className="fold stack"
      open={name === open}
      onToggle={(event) => {
        if (event.currentTarget.open && name !== open) change({ building: name })
      }}
    >
      <summary>
        <Trans>
          {name}（{floors.reduce((sum, floor) => sum + floor.doors.length, 0)} 户）
        </Trans>
      </summary>
      {floors.map(({ floor, doors }) => (
        <div key={floor} className="stack">
          {floor > 0 && (
            <h2>
              <Trans>{floor} 楼</Trans>
            </h2>
          )}
          <ul className="plain doors">
            {doors.map((one) => {
              const standing = standingOf(one)
              const again = one.heads.at(-1)?.again
              return (
                <li key={one.id}>
                  <Link href={door.url({ campaign, household: one.id })} className="card door">
                    <strong>{one.room}</strong>
                    <StatusMark tone={TONES[standing]} word={words[standing]} />
                    {standing === 'again' && again && (
                      <span>
                        <Trans>
                          约好 {again.on} {say(DAY_PARTS[again.part])}
                        </Trans>
                      </span>
                    )}
                  </Link>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </details>
  ))
}

/** What the server would not take: it stays here until its writer has seen to it. */
function Refused({
  waiting,
  doors,
}: {
  readonly waiting: readonly WaitingRecord[]
  readonly doors: readonly Door[]
}) {
  const refused = waiting.filter(({ refusal }) => refusal !== undefined)
  if (refused.length === 0) return null
  return (
    <section className="notice notice-bad">
      <h2>
        <Trans>{refused.length} 条没有被收下</Trans>
      </h2>
      <ul className="plain">
        {refused.map((one) => {
          const at = doors.find(({ id }) => id === targetOf(one.record))
          return (
            <li key={one.id}>
              <strong>
                {at?.areaName} {at?.room}
              </strong>
              <p className="field-error">{one.refusal}</p>
              <Button look="quiet" onPress={() => void dropRecord(one)}>
                <Trans>不要这一条</Trans>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
