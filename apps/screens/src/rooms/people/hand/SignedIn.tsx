import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useLocation, useSearch } from 'wouter'
import { ButtonLink, ErrorState, Loading, Notice } from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'
import { type Face, isSignedOut, useFace } from './session.ts'
import { signInUrl } from './signInUrl.ts'

/** Shows its content to whoever is signed in, and the way to sign in and come back to everybody else. */
export function SignedIn({ children }: { readonly children: (face: Face) => ReactNode }) {
  usePlaceName()
  const { data, error, retry } = useFace()
  if (isSignedOut(error)) return <SignInFirst />
  if (data) return children(data)
  return error ? <ErrorState error={error} onRetry={() => void retry()} /> : <Loading />
}

function SignInFirst() {
  const [here] = useLocation()
  const search = useSearch()
  return (
    <Notice tone="calm" title={<Trans>请先登录</Trans>}>
      <p>
        <Trans>用手机号和短信验证码就行，不用记密码。登录后会回到这一页。</Trans>
      </p>
      <ButtonLink href={signInUrl(hand.signIn.url(), search ? `${here}?${search}` : here)} wide>
        <Trans>去登录</Trans>
      </ButtonLink>
    </Notice>
  )
}
