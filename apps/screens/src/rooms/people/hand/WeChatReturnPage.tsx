import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { ButtonLink, ErrorSummary, Loading, Page } from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'
import { PhoneCodeForm, type PhoneProof } from './PhoneCodeForm.tsx'
import { beginSession } from './session.ts'

/** Where WeChat comes back to: whoever is known is in at once, whoever is not proves a phone this one time. */
export default function WeChatReturnPage() {
  const { t } = useLingui()
  const [here, go] = useLocation()
  usePlaceName()
  const brought = new URLSearchParams(useSearch())
  const [code, state] = [brought.get('code'), brought.get('state')]
  const finishing = useCommand('finishWeChat')
  const binding = useCommand('bindWeChat')
  const [step, setStep] = useState<'returning' | 'phone' | 'lost'>(code && state ? 'returning' : 'lost')
  const isSent = useRef(false)

  function enter(next: string) {
    beginSession({})
    go(next, { replace: true })
  }

  async function finish(codeBack: string, stateBack: string) {
    const answer = await finishing.send({ body: { code: codeBack, state: stateBack } })
    go(here, { replace: true }) // what was brought is used up, and nobody's business in the address
    if (!answer) setStep('lost')
    else if (answer.signedIn) enter(answer.next)
    else setStep('phone')
  }

  async function bind(proof: PhoneProof) {
    const answer = await binding.send({ body: proof })
    if (answer) enter(answer.next)
  }

  useEffect(() => {
    if (isSent.current || !code || !state) return
    isSent.current = true
    void finish(code, state)
  })

  if (step === 'returning') return <Loading />
  if (step === 'lost')
    return (
      <Page title={t`微信登录`}>
        <ErrorSummary failure={finishing.failure ?? new Error(t`这次登录没有成功。`)} />
        <ButtonLink href={hand.signIn.url()} wide>
          <Trans>回到登录页</Trans>
        </ButtonLink>
      </Page>
    )
  return (
    <Page
      title={t`还差一步：验证手机号`}
      lead={<Trans>第一次用微信登录，要验证一次手机号。以后点一下就能登录。</Trans>}
    >
      <PhoneCodeForm sending={binding} onProof={(proof) => void bind(proof)} />
    </Page>
  )
}
