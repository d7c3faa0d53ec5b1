import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { ErrorState, Loading } from '../../../kit/desk/index.ts'
import { desk } from '../../../kit/routes.ts'
import { signInUrl } from '../hand/signInUrl.ts'
import { account, singleSignOnReturn } from './addresses.ts'
import { FirstFactorPage } from './FirstFactorPage.tsx'
import { NewPasswordPage } from './NewPasswordPage.tsx'
import { endSession, isSignedOut, useFace } from './signInSession.ts'

type SignInGateProps = {
  /** Stands in the place of every page for somebody who is signed in and has no work here. */
  readonly noWork: ReactNode
  readonly children: ReactNode
}

/** Desk is for people who are signed in: everybody else is led to the sign-in page and back here afterwards. */
export function SignInGate({ noWork, children }: SignInGateProps) {
  const [here] = useLocation()
  const { data, error, refetch } = useFace()
  if (here === desk.signIn.url() || here === singleSignOnReturn.url()) return <>{children}</>
  if (isSignedOut(error)) return <Redirect to={signInUrl(desk.signIn.url(), here)} replace />
  if (data?.due === 'password') return <NewPasswordPage />
  if (data?.due === 'factor') return <FirstFactorPage />
  // One's own way to sign in is for everybody, whatever work they have.
  if (data) return <>{here === account.url() ? children : (noWork ?? children)}</>
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />
}

/** Who works here, and the way out. */
export function SignedInPerson() {
  const [, go] = useLocation()
  const { data } = useFace()
  const [failed, setFailed] = useState(false)
  if (!data) return null
  async function leave() {
    try {
      await endSession()
      go(desk.signIn.url())
    } catch (error) {
      console.warn('signing out failed', error)
      setFailed(true)
    }
  }
  return (
    <>
      <Link href={account.url()} className="person-link">
        {data.person.name}
      </Link>
      <Button type="text" onClick={() => void leave()}>
        <Trans>退出</Trans>
      </Button>
      <span role="status">{failed && <Trans>没有退出成功，请再试一次</Trans>}</span>
    </>
  )
}
