import { Trans, useLingui } from '@lingui/react/macro'
import { CONTACT_KINDS } from '@linli/contract/devices/words'
import { Button } from 'antd'
import { useState } from 'react'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

/** The number to call and whom to call next: one press, which is on record with its purpose. */
export function Numbers({ id }: { readonly id: string }) {
  const { t } = useLingui()
  const say = useSay()
  const [shown, setShown] = useState<Answer<'revealPress'>>()
  const { send, sending, failure } = useCommand('revealPress')
  async function reveal() {
    setShown(await send({ params: { id }, body: { reason: t`一键通回拨` } }))
  }
  if (!shown)
    return (
      <Panel title={<Trans>号码</Trans>}>
        <p>
          <Trans>看号码会记下您的姓名和时间，本人可以查询。</Trans>
        </p>
        <ErrorSummary failure={failure} />
        <div className="desk-actions">
          <Button type="primary" size="large" loading={sending} onClick={() => void reveal()}>
            <Trans>看号码回拨</Trans>
          </Button>
        </div>
      </Panel>
    )
  return (
    <Panel title={<Trans>号码</Trans>}>
      <ul className="plain-list" role="status">
        <li>
          {shown.name} {shown.phone ? <Call phone={shown.phone} /> : <Trans>没有登记号码</Trans>}
        </li>
        {shown.contacts.map(({ name, kind, phone }) => (
          <li key={phone}>
            {say(CONTACT_KINDS[kind])} {name} <Call phone={phone} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Call = ({ phone }: { readonly phone: string }) => (
  <a href={`tel:${phone}`}>
    <strong>{phone}</strong>
  </a>
)
