import { Trans } from '@lingui/react/macro'
import type { Answer } from '../../../kit/endpoints.ts'
import { Button, ErrorSummary } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type Swap = Answer<'myDuties'>['swaps'][number]

/** A duty that a colleague would give away; rest and hours are looked after by the server. */
export function SwapCard({ swap, onChanged }: { readonly swap: Swap; readonly onChanged: () => void }) {
  const say = useSay()
  const { send, sending, failure } = useCommand('agreeSwap')
  async function agree() {
    if (await send({ params: { id: swap.id } })) onChanged()
  }
  return (
    <>
      <p>
        {swap.shiftName} · {swap.post} · {swap.place}
        <br />
        {say(momentWords(swap.startsAt))} – {say(momentWords(swap.endsAt))}
      </p>
      <ErrorSummary failure={failure} />
      <Button look="second" busy={sending} onPress={() => void agree()}>
        <Trans>我来值这一班</Trans>
      </Button>
    </>
  )
}
