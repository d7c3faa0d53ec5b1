import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'

/** Where one is signed in now, and the way to end it elsewhere. */
export function MySessions() {
  const say = useSay()
  const now = useNow()
  const read = useRead('listSessions', {})
  const one = useCommand('revokeSession')
  const others = useCommand('revokeOtherSessions')
  return (
    <Panel title={<Trans>现在登录着的地方</Trans>}>
      <ErrorSummary failure={one.failure ?? others.failure} />
      <ReadView read={read}>
        {({ items }) => (
          <>
            <ul className="account-list">
              {items.map(({ id, createdAt, seenAt, device, isThis }) => {
                const began = say(momentWords(createdAt, now))
                const seen = say(momentWords(seenAt, now))
                return (
                  <li key={id}>
                    <span>
                      <strong>{isThis ? <Trans>这里</Trans> : <Trans>另一处</Trans>}</strong>
                      {device && <> · {say(device)}</>} ·{' '}
                      <Trans>
                        {began} 登录，{seen} 用过
                      </Trans>
                    </span>
                    {!isThis && (
                      <Button danger loading={one.sending} onClick={() => void one.send({ params: { id } })}>
                        <Trans>让它退出</Trans>
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
            {items.length > 1 && (
              <Button danger loading={others.sending} onClick={() => void others.send({})}>
                <Trans>除了这里，其他都退出</Trans>
              </Button>
            )}
          </>
        )}
      </ReadView>
    </Panel>
  )
}
