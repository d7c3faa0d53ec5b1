import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { call } from '../../../kit/api.ts'
import { queries } from '../../../kit/desk/DeskProviders.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { passkeys, takesPasskeys } from '../../../kit/passkeySupport.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'

/** Passkeys of one's own: what is in use, one more, one less. */
export function MyPasskeys() {
  const say = useSay()
  const now = useNow()
  const read = useRead('listPasskeys', {})
  const removing = useCommand('removePasskey')
  const remove = async (id: string) => {
    if ((await removing.send({ params: { id } })) !== undefined) await queries.invalidateQueries()
  }
  return (
    <Panel title={<Trans>通行密钥</Trans>}>
      <p>
        <Trans>用电脑或手机的指纹、人脸或锁屏密码代替动态码。指纹和人脸只留在您的设备里。</Trans>
      </p>
      <ErrorSummary failure={removing.failure} />
      <ReadView read={read}>
        {({ items }) => (
          <ul className="account-list">
            {items.map(({ id, name, createdAt, usedAt }) => {
              const added = say(momentWords(createdAt, now))
              const used = usedAt && say(momentWords(usedAt, now))
              return (
                <li key={id}>
                  <span>
                    <strong>{name}</strong> · <Trans>{added} 设好</Trans>
                    {used && <Trans>，{used} 用过</Trans>}
                  </span>
                  <Button danger loading={removing.sending} onClick={() => void remove(id)}>
                    <Trans>删掉</Trans>
                  </Button>
                </li>
              )
            })}
          </ul>
        )}
      </ReadView>
      <AddPasskey />
    </Panel>
  )
}

function AddPasskey() {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()

  async function add(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFailure(undefined)
    try {
      const { options } = await call('askNewPasskey', {})
      const { makePasskey } = await passkeys()
      const answer = await makePasskey(options)
      await call('addPasskey', { body: { name: name.trim() || t`我的设备`, answer } })
      setName('')
      await queries.invalidateQueries()
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }

  if (!takesPasskeys())
    return (
      <p>
        <Trans>这个浏览器或网址用不了通行密钥，其他登录方式照样可以用。</Trans>
      </p>
    )
  return (
    <form className="desk-form" noValidate onSubmit={(event) => void add(event)}>
      <ErrorSummary failure={failure} />
      <InputField
        field="name"
        label={<Trans>给它起个名字</Trans>}
        hint={<Trans>例如：办公室电脑</Trans>}
        optional
        maxLength={40}
        value={name}
        onChange={setName}
      />
      <p>
        <Button htmlType="submit" loading={busy}>
          <Trans>在这台设备上设一把</Trans>
        </Button>
      </p>
    </form>
  )
}
