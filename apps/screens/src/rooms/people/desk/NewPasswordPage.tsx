import { Trans, useLingui } from '@lingui/react/macro'
import { DeskPage, ReadView, useRead } from '../../../kit/desk/index.ts'
import { OwnPasswordPanel } from './OwnPasswordPanel.tsx'

/** Nothing else can be done before a password that was handed out, or that is too old, has been changed. */
export function NewPasswordPage() {
  const { t } = useLingui()
  const rules = useRead('getPasswordRules', {})
  return (
    <DeskPage
      title={t`先设一个自己的密码`}
      lead={<Trans>现在的密码是别人发给您的，或者已经到期。换成只有您自己知道的，才能接着办。</Trans>}
    >
      <ReadView read={rules}>{(asked) => <OwnPasswordPanel rules={asked} isFirst />}</ReadView>
    </DeskPage>
  )
}
