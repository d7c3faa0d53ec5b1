import { Trans, useLingui } from '@lingui/react/macro'
import { DeskPage, useRead } from '../../../kit/desk/index.ts'
import './signIn.css'
import { AuthenticatorPanel } from './AuthenticatorPanel.tsx'
import { MyPasskeys } from './MyPasskeys.tsx'
import { MySessions } from './MySessions.tsx'
import { OwnPasswordPanel } from './OwnPasswordPanel.tsx'

/** How one signs in oneself, and where one is signed in. */
export default function AccountPage() {
  const { t } = useLingui()
  const { data } = useRead('getProofWays', {})
  const { data: rules } = useRead('getPasswordRules', {})
  const hasAuthenticator = data?.ways.includes('totp') ?? false
  return (
    <DeskPage title={t`我的登录`} lead={<Trans>登录用的密码、验证器、通行密钥，和现在登录着的地方。</Trans>}>
      <MySessions />
      <MyPasskeys />
      {rules?.hasPassword && <OwnPasswordPanel rules={rules} />}
      {hasAuthenticator && <AuthenticatorPanel isFirst={false} />}
    </DeskPage>
  )
}
