import { useLingui } from '@lingui/react/macro'
import type { MyRedemption } from '@linli/contract/points/redemptionShapes'
import { REDEMPTION_STATES, type RedemptionState as State } from '@linli/contract/points/words'
import { StatusMark, type Tone } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useNow } from '../../../kit/useNow.ts'

const TONES: Readonly<Record<State, Tone>> = {
  held: 'waiting',
  collected: 'done',
  cancelled: 'still',
  expired: 'still',
  refunded: 'still',
}

/** Where a redemption stands, as a word with its mark. */
export function RedemptionState({ redemption }: { readonly redemption: MyRedemption }) {
  const say = useSay()
  const { state } = redemption
  return <StatusMark tone={TONES[state]} word={say(REDEMPTION_STATES[state])} />
}

/** The moment that matters now: until when it waits, or when it ended. */
export function useWhen({ state, collectBefore, collectedAt, endedAt, heldAt }: MyRedemption): string {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const until = say(momentWords(collectBefore, now))
  if (state === 'held') return t`留到 ${until}`
  return say(momentWords(endedAt ?? collectedAt ?? heldAt, now))
}
