import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { QueryView } from '../../../../kit/hand/index.ts'
import { hand } from '../../../../kit/routes.ts'
import { sendOrKeep } from '../../../../kit/unsent.ts'
import { SignedIn } from '../../../people/hand/SignedIn.tsx'
import { useMe } from '../../../people/queries.ts'
import { receipt } from '../addresses.ts'
import { CheckStep } from './CheckStep.tsx'
import { bodyOf, detailOf, isKnown, type Known } from './draft.ts'
import { KeptPage } from './KeptPage.tsx'
import { PlainPage } from './PlainPage.tsx'
import { SayStep } from './SayStep.tsx'
import { usePlacing } from './usePlacing.ts'
import { WhereStep } from './WhereStep.tsx'

/** 点单 in at most three screens: say it, where and whom to call, check and send. */
export default function PlaceOrderPage() {
  const me = useMe()
  if (me.data) return <Place known={me.data} />
  return (
    <PlainPage>
      <SignedIn>{() => <QueryView query={me}>{() => <Trans>正在打开…</Trans>}</QueryView>}</SignedIn>
    </PlainPage>
  )
}

const stepUrl = (step: 'where' | 'check') => `${hand.placeOrder.url()}?step=${step}`

function Place({ known }: { readonly known: Known }) {
  const placing = usePlacing()
  const { draft, clear } = placing
  const [, go] = useLocation()
  const step = new URLSearchParams(useSearch()).get('step')
  const [kept, setKept] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const [sending, setSending] = useState(false)

  async function send() {
    if (sending) return
    setSending(true)
    setFailure(undefined)
    try {
      const detail = detailOf(draft)
      const sent = await sendOrKeep('placeOrder', { body: bodyOf(draft, known) }, detail.slice(0, 40))
      clear()
      if (sent.state === 'sent') go(receipt.url({ id: sent.answer.id }), { replace: true })
      else setKept(true)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setSending(false)
  }

  if (kept) return <KeptPage />
  // A step that is opened without what comes before it begins at the beginning.
  if (detailOf(draft) === '' || step === null)
    return <SayStep placing={placing} onNext={() => go(stepUrl(isKnown(draft, known) ? 'check' : 'where'))} />
  if (step === 'where' || !isKnown(draft, known))
    return <WhereStep key="where" placing={placing} known={known} onNext={() => go(stepUrl('check'))} />
  return (
    <CheckStep
      key="check"
      placing={placing}
      known={known}
      failure={failure}
      sending={sending}
      onSend={send}
      whereUrl={stepUrl('where')}
    />
  )
}
