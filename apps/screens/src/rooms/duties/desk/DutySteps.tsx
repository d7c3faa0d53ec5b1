import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { ErrorSummary } from '../../../kit/desk/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import type { Duty } from './gates.ts'

type StepsProps = {
  readonly duty: Duty
  /** Nobody has signed in at a post where that is asked. */
  readonly isMissed: boolean
  readonly onChange: () => void
  readonly onConfirm: () => void
  readonly onDone: () => void
}

/** What the office may do about a duty now: pass it on, settle its swap, or say how long it was. */
export function DutySteps({ duty, isMissed, onChange, onConfirm, onDone }: StepsProps) {
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
  if (duty.signedInAt !== null) return <Trans>值班中</Trans>
  if (Date.parse(duty.startsAt) <= now) return isMissed ? <Trans>没签到</Trans> : <Trans>值班中</Trans>
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
