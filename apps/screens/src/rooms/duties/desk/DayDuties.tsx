import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { InputField } from '../../../kit/desk/fields.tsx'
import { EmptyState, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { ChangeDutyDialog } from './ChangeDutyDialog.tsx'
import { HoursDialog } from './HoursDialog.tsx'

type Roster = Answer<'getRoster'>
type Duty = Answer<'listDuties'>['items'][number]

/** Who stands where on one day of the roster. */
export function DayDuties({ roster }: { readonly roster: Roster }) {
  const [day, setDay] = useState(roster.fromOn)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day)
  const input = isDay ? { params: { id: roster.id }, query: { day } } : undefined
  const read = useRead('listDuties', input, ['duties.'])
  return (
    <Panel title={<Trans>值班表</Trans>}>
      <InputField field="day" type="date" label={<Trans>哪天</Trans>} value={day} onChange={setDay} />
      <ReadView read={read}>
        {({ items }) => <DutyTable roster={roster} duties={items} onChanged={() => void read.refetch()} />}
      </ReadView>
    </Panel>
  )
}

type TableProps = {
  readonly roster: Roster
  readonly duties: readonly Duty[]
  readonly onChanged: () => void
}

function DutyTable({ roster, duties, onChanged }: TableProps) {
  const { t } = useLingui()
  const say = useSay()
  const [changing, setChanging] = useState<Duty>()
  const [confirming, setConfirming] = useState<Duty>()
  if (duties.length === 0) return <EmptyState title={<Trans>这一天没有人值班</Trans>} />
  const post = (id: string) => roster.posts.find((one) => one.id === id)?.name ?? ''
  const shift = (key: string) => roster.shifts.find((one) => one.key === key)?.name ?? key
  const done = () => {
    setChanging(undefined)
    setConfirming(undefined)
    onChanged()
  }
  return (
    <>
      <WideTable<Duty>
        aria-label={t`值班表`}
        dataSource={[...duties]}
        rowKey="id"
        pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t`班次`, key: 'shift', render: (_, duty) => shift(duty.shift) },
          { title: t`岗位`, key: 'post', render: (_, { postId }) => post(postId) },
          { title: t`姓名`, key: 'name', dataIndex: 'name' },
          {
            title: t`签到`,
            key: 'in',
            render: (_, { signedInAt }) => signedInAt && say(momentWords(signedInAt)),
          },
          {
            title: t`签退`,
            key: 'out',
            render: (_, { signedOutAt }) => signedOutAt && say(momentWords(signedOutAt)),
          },
          {
            title: t`办理`,
            key: 'steps',
            render: (_, duty) => (
              <DutySteps
                duty={duty}
                onChange={() => setChanging(duty)}
                onConfirm={() => setConfirming(duty)}
                onDone={onChanged}
              />
            ),
          },
        ]}
      />
      {changing && (
        <ChangeDutyDialog
          rosterId={roster.id}
          duty={changing}
          onDone={done}
          onClose={() => setChanging(undefined)}
        />
      )}
      {confirming && <HoursDialog duty={confirming} onDone={done} onClose={() => setConfirming(undefined)} />}
    </>
  )
}

type StepsProps = {
  readonly duty: Duty
  readonly onChange: () => void
  readonly onConfirm: () => void
  readonly onDone: () => void
}

function DutySteps({ duty, onChange, onConfirm, onDone }: StepsProps) {
  const now = Date.now()
  const isOver = duty.signedOutAt !== null || Date.parse(duty.endsAt) <= now
  if (duty.swap) return <SwapSteps swap={duty.swap} onDone={onDone} />
  if (duty.confirmedMinutes !== null) return <Trans>已确认 {duty.confirmedMinutes} 分钟</Trans>
  if (isOver)
    return (
      <Button onClick={onConfirm}>
        <Trans>确认时长</Trans>
      </Button>
    )
  if (duty.signedInAt !== null || Date.parse(duty.startsAt) <= now) return <Trans>值班中</Trans>
  return (
    <Button onClick={onChange}>
      <Trans>改派</Trans>
    </Button>
  )
}

function SwapSteps({
  swap,
  onDone,
}: {
  readonly swap: NonNullable<Duty['swap']>
  readonly onDone: () => void
}) {
  const { send, sending, failure } = useCommand('confirmSwap')
  const { id, state, toName } = swap
  const decide = async (agree: boolean) => {
    if (await send({ params: { id }, body: { agree } })) onDone()
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <p>{state === 'agreed' ? <Trans>{toName} 愿意换</Trans> : <Trans>求换班，还没有人应</Trans>}</p>
      <div className="desk-actions">
        {state === 'agreed' && (
          <Button type="primary" loading={sending} onClick={() => void decide(true)}>
            <Trans>同意换班</Trans>
          </Button>
        )}
        <Button loading={sending} onClick={() => void decide(false)}>
          <Trans>不同意</Trans>
        </Button>
      </div>
    </>
  )
}
