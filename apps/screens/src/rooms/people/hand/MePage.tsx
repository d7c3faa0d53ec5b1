import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button, CardLink, ErrorSummary, Page } from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { mine } from './addresses.ts'
import { SignedIn } from './SignedIn.tsx'
import { endSession, type Face, handles, holds } from './session.ts'

/** Everything that is one's own, in one list. */
export default function MePage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的`}>
      <SignedIn>{(face) => <Mine face={face} />}</SignedIn>
      <CardLink href={hand.settings.url()} title={<Trans>字的大小和语言</Trans>} />
    </Page>
  )
}

function Mine({ face }: { readonly face: Face }) {
  const helps = holds(face, 'helper')
  return (
    <>
      <p className="lead">{face.person.name}</p>
      <CardLink href={hand.myOrders.url()} title={<Trans>我的单</Trans>}>
        <Trans>看谁在办、几点前办好</Trans>
      </CardLink>
      {handles(face) && (
        <CardLink href={hand.myTasks.url()} title={<Trans>我的任务</Trans>}>
          <Trans>我接下的、派给我的单</Trans>
        </CardLink>
      )}
      <CardLink href={hand.inbox.url()} title={<Trans>通知</Trans>} />
      <CardLink href={hand.points.url()} title={<Trans>我的积分</Trans>} />
      <CardLink href={mine.details.url()} title={<Trans>我的姓名和住址</Trans>} />
      <CardLink
        href={mine.helping.url()}
        title={helps ? <Trans>我的服务设置</Trans> : <Trans>我要当志愿者</Trans>}
      >
        {helps ? <Trans>服务时间、同时接几单、夜里急单</Trans> : <Trans>有空时帮邻居一把</Trans>}
      </CardLink>
      <CardLink href={mine.sessions.url()} title={<Trans>在哪些手机上登录了</Trans>} />
      <CardLink href={mine.passkeys.url()} title={<Trans>用指纹或人脸登录</Trans>}>
        <Trans>设一次，以后登录不用等短信</Trans>
      </CardLink>
      <CardLink href={mine.privacy.url()} title={<Trans>我的资料与隐私</Trans>}>
        <Trans>看、要一份、改、撤回同意、注销，谁看过我</Trans>
      </CardLink>
      <SignOut />
    </>
  )
}

function SignOut() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  async function leave() {
    setBusy(true)
    try {
      await endSession()
      go(hand.home.url())
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(t`没有退出成功，请再试一次`))
    }
    setBusy(false)
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <Button look="second" wide busy={busy} busyWord={t`正在退出…`} onPress={() => void leave()}>
        <Trans>退出登录</Trans>
      </Button>
    </>
  )
}
