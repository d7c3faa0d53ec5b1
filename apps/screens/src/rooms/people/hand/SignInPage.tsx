import { Trans, useLingui } from '@lingui/react/macro'
import { useLocation, useSearch } from 'wouter'
import { Notice, Page } from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { PasskeySignIn } from './PasskeySignIn.tsx'
import { PhoneCodeForm, type PhoneProof } from './PhoneCodeForm.tsx'
import { beginSession, wantsToken } from './session.ts'
import { nextFrom } from './signInUrl.ts'
import { isInWeChat, WeChatSignIn } from './WeChatSignIn.tsx'

/** Phone and one-time code; inside WeChat one press, where the place has opened that door. */
export default function SignInPage() {
  const { t } = useLingui()
  const [, go] = useLocation()
  usePlaceName()
  const next = nextFrom(useSearch())
  const { data: doors } = useQuery('listDoors', {})
  const signing = useCommand('signInWithCode')
  const hasWeChat = doors?.wechat === true && isInWeChat() && !wantsToken()
  const enter = () => go(next, { replace: true })

  async function signIn(proof: PhoneProof) {
    const answer = await signing.send({ body: wantsToken() ? { ...proof, bearer: true } : proof })
    if (!answer) return
    beginSession(answer)
    enter()
  }

  return (
    <Page
      title={t`登录`}
      back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}
      lead={<Trans>用手机号登录，不用密码。第一次登录就是注册。</Trans>}
    >
      {hasWeChat && <WeChatSignIn next={next} />}
      {doors?.phone === false ? (
        <Notice tone="warn" title={<Trans>这里还不能发验证码</Trans>}>
          <p>
            <Trans>要办事请打社区电话，或者到社区窗口，工作人员会帮您登记。</Trans>
          </p>
        </Notice>
      ) : (
        <PhoneCodeForm sending={signing} isSecond={hasWeChat} onProof={(proof) => void signIn(proof)}>
          <PasskeySignIn onEntered={enter} />
        </PhoneCodeForm>
      )}
      <DemoPeople onEntered={enter} />
    </Page>
  )
}
