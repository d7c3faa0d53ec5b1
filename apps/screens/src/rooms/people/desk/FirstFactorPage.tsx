import { Trans, useLingui } from '@lingui/react/macro'
import { DeskPage } from '../../../kit/desk/index.ts'
import './signIn.css'
import { AuthenticatorPanel } from './AuthenticatorPanel.tsx'
import { MyPasskeys } from './MyPasskeys.tsx'

/** The first time: nothing else can be done before there is something besides the password. */
export function FirstFactorPage() {
  const { t } = useLingui()
  return (
    <DeskPage
      title={t`绑定第二道验证`}
      lead={<Trans>居民的信息只靠密码不够安全。请绑定手机验证器，或者设一把通行密钥，做一样就行。</Trans>}
    >
      <AuthenticatorPanel isFirst />
      <MyPasskeys />
    </DeskPage>
  )
}
