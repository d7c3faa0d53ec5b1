import { Trans, useLingui } from '@lingui/react/macro'
import { EMERGENCY_CAUSES, PRESS_OUTCOMES } from '@linli/contract/devices/words'
import type { Answer } from '../../kit/endpoints.ts'
import { useSay } from '../../kit/language.ts'
import { StatusMark } from '../../kit/shared/StatusMark.tsx'

type Press = Answer<'listPresses'>['items'][number]

/** Where a press stands, as whoever answers for it reads it at a glance. */
export function PressMark({ press }: { readonly press: Press }) {
  const { t } = useLingui()
  const say = useSay()
  if (press.outcome) return <StatusMark tone="done" word={say(PRESS_OUTCOMES[press.outcome])} />
  if (press.ringAt) return <StatusMark tone="late" word={t`紧急：没人应答，请逐个打电话`} />
  if (press.stage === 'emergency') {
    if (press.isThere) return <StatusMark tone="moving" word={t`紧急：有人到了`} />
    if (press.going) return <StatusMark tone="moving" word={t`紧急：有人在赶去`} />
    return <StatusMark tone="late" word={t`紧急：等人应答`} />
  }
  return press.takenBy ? (
    <StatusMark tone="moving" word={t`正在回拨`} />
  ) : (
    <StatusMark tone="late" word={t`马上回拨`} />
  )
}

/** What is told of a press beneath its name. */
export function PressWords({ press }: { readonly press: Press }) {
  const say = useSay()
  const { presses, isCancelled, cause, going, wave, asked } = press
  return (
    <>
      {presses > 1 && <Trans>按了 {presses} 次。</Trans>}
      {isCancelled && <Trans>设备上按过取消，仍要回拨。</Trans>}
      {cause && <span>{say(EMERGENCY_CAUSES[cause])} · </span>}
      {cause && (
        <Trans>
          第 {wave} 拨，已通知 {asked} 人
        </Trans>
      )}
      {going && (
        <>
          {' · '}
          <Trans>{going} 在赶去</Trans>
        </>
      )}
    </>
  )
}
