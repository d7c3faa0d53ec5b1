import { Trans } from '@lingui/react/macro'
import type { RedemptionView } from '@linli/contract/points/redemptionShapes'
import { REDEMPTION_STATES, REFUND_REASONS, type RedemptionState } from '@linli/contract/points/words'
import { StatusMark, type Tone } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'

const TONES: Readonly<Record<RedemptionState, Tone>> = {
  held: 'waiting',
  collected: 'done',
  cancelled: 'still',
  expired: 'still',
  refunded: 'still',
}

/** Where it stands, and since or until when. */
export function Standing({ redemption }: { readonly redemption: RedemptionView }) {
  const say = useSay()
  const { state, collectBefore, collectedAt, endedAt, heldAt, reason } = redemption
  const until = say(momentWords(collectBefore))
  return (
    <>
      <StatusMark tone={TONES[state]} word={say(REDEMPTION_STATES[state])} />
      <span className="row-small">
        {state === 'held' ? <Trans>留到 {until}</Trans> : say(momentWords(endedAt ?? collectedAt ?? heldAt))}
      </span>
      {reason && <span className="row-small">{say(REFUND_REASONS[reason])}</span>}
    </>
  )
}
