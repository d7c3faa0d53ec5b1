import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { ErrorSummary, useRead } from '../../../kit/desk/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { wantsToken } from './signInSession.ts'

/** The way through the government's single sign-on, where the place has it. @param next the page of desk to come back to */
export function SingleSignOn({ next }: { readonly next: string }) {
  const { data: doors } = useRead('listDoors', {})
  const starting = useCommand('startSingleSignOn')
  if (!doors?.singleSignOn || wantsToken()) return null
  async function start() {
    const way = await starting.send({ body: { next: next.startsWith('/wall/') ? next : `/desk${next}` } })
    if (way) window.location.assign(way.url)
  }
  return (
    <>
      <ErrorSummary failure={starting.failure} />
      <p>
        <Button block size="large" loading={starting.sending} onClick={() => void start()}>
          <Trans>统一认证登录</Trans>
        </Button>
      </p>
    </>
  )
}
