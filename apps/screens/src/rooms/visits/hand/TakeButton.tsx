import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button, ErrorSummary } from '../../../kit/hand/index.ts'
import { inWords } from './inWords.ts'
import { takeAlong } from './takeAlong.ts'

/** Takes a campaign's doors along, or takes them anew. */
export function TakeButton({ campaign, again }: { readonly campaign: string; readonly again?: boolean }) {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  async function take() {
    setBusy(true)
    setFailure(undefined)
    try {
      await takeAlong(campaign)
    } catch (error) {
      setFailure(inWords(error))
    }
    setBusy(false)
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <Button
        look={again ? 'second' : 'primary'}
        wide
        busy={busy}
        busyWord={t`正在取…`}
        onPress={() => void take()}
      >
        {again ? <Trans>取最新的</Trans> : <Trans>取到手机上</Trans>}
      </Button>
    </>
  )
}
