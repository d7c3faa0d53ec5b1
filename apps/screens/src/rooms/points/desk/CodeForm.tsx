import { Trans, useLingui } from '@lingui/react/macro'
import type { RedemptionView } from '@linli/contract/points/redemptionShapes'
import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { DeskField, ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { codeIn, groupsOf, isWhole } from '../pickUpCode.ts'

type CodeFormProps = { readonly onFound: (redemption: RedemptionView, code: string) => void }

/** The digits, large; a scanner types the counter's whole address, of which the code is the end. */
export function CodeForm({ onFound }: CodeFormProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(() => groupsOf(codeIn(location.hash)).join(' '))
  const [tried, setTried] = useState(false)
  const { send, sending, failure, forget } = useCommand('findRedemption')
  const code = codeIn(typed)
  // A code from the address is there for once, or it would stand here again after it was handed over.
  useEffect(() => history.replaceState(null, '', location.pathname), [])
  const error = tried && !isWhole(code) ? t`请输入完整的领取码，只有数字` : undefined

  async function look(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isWhole(code)) return
    const redemption = await send({ body: { code } })
    if (redemption) onFound(redemption, code)
  }

  return (
    <Panel>
      <form className="desk-form" noValidate onSubmit={(event) => void look(event)}>
        <ErrorSummary errors={error ? [{ field: 'code', message: error }] : []} failure={failure} />
        <DeskField field="code" label={<Trans>领取码</Trans>} error={error}>
          {(control) => (
            <Input
              {...control}
              className="counter-code"
              inputMode="numeric"
              autoComplete="off"
              autoFocus
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setTried(false)
                forget()
              }}
            />
          )}
        </DeskField>
        <Button type="primary" size="large" htmlType="submit" loading={sending}>
          <Trans>查一查</Trans>
        </Button>
      </form>
    </Panel>
  )
}
