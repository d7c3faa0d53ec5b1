import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { Button, CardLink, ErrorSummary, Notice, Page } from '../../../kit/hand/index.ts'
import { forgetKept } from '../../../kit/offline/store.ts'
import { sendWaiting, useWaiting } from '../../../kit/offline/waiting.ts'
import { person } from '../../../kit/person.ts'
import { hand } from '../../../kit/routes.ts'
import { myActivities } from '../../activities/hand/addresses.ts'
import { care } from '../../care/hand/addresses.ts'
import { promises, reporting } from '../../partners/hand/addresses.ts'
import { myWork } from '../../staff/hand/addresses.ts'
import { bookings } from '../../stations/hand/addresses.ts'
import { mine } from './addresses.ts'
import { SignedIn } from './SignedIn.tsx'
import { endSession, type Face, handles, holds, useFace } from './session.ts'
import WorkWays from './WorkWays.tsx'

/** Everything that is one's own, by what it is for. */
export default function MePage() {
  const { t } = useLingui()
  const face = useFace()
  return (
    <Page title={t`我的`}>
      <SignedIn>{(face) => <Mine face={face} />}</SignedIn>
      {!face.data && <SettingsWay />}
    </Page>
  )
}

function Mine({ face }: { readonly face: Face }) {
  const helps = holds(face, 'helper')
  const works = handles(face)
  return (
    <>
      <p className="lead">{face.person.name}</p>
      <Group title={<Trans>我的事</Trans>}>
        <CardLink href={hand.myOrders.url()} title={<Trans>我的单</Trans>}>
          <Trans>看谁在办、几点前办好</Trans>
        </CardLink>
        <CardLink href={hand.inbox.url()} title={<Trans>通知</Trans>} />
        <CardLink href={bookings.url()} title={<Trans>我的预约</Trans>} />
        <CardLink href={myActivities.url()} title={<Trans>我的活动</Trans>} />
        <CardLink href={hand.points.url()} title={<Trans>我的积分</Trans>} />
      </Group>
      <Group title={<Trans>帮大家</Trans>}>
        {works && <WorkWays face={face} />}
        <CardLink
          href={mine.helping.url()}
          title={helps ? <Trans>我的服务设置</Trans> : <Trans>我要当志愿者</Trans>}
        >
          {helps ? <Trans>服务时间、同时接几单、夜里急单</Trans> : <Trans>有空时帮邻居一把</Trans>}
        </CardLink>
        <CardLink href={mine.teams.url()} title={<Trans>我的队伍</Trans>}>
          <Trans>我在哪些服务队，有谁在请我进队</Trans>
        </CardLink>
        <details className="fold">
          <summary>
            <Trans>党员、任职的人</Trans>
          </summary>
          <div className="cards">
            <CardLink href={reporting.url()} title={<Trans>我的报到</Trans>}>
              <Trans>党员到社区报到、介绍信、反馈卡</Trans>
            </CardLink>
            <CardLink href={promises.url()} title={<Trans>共建承诺</Trans>}>
              <Trans>单位和社区答应大家的事，办到哪一步</Trans>
            </CardLink>
            <CardLink href={myWork.url()} title={<Trans>我的培训和工作</Trans>}>
              <Trans>报名培训、商定工作、师带徒</Trans>
            </CardLink>
          </div>
        </details>
      </Group>
      <Group title={<Trans>我和我家</Trans>}>
        <CardLink href={mine.details.url()} title={<Trans>我的姓名和住址</Trans>} />
        <CardLink href={mine.card.url()} title={<Trans>我家的卡</Trans>}>
          <Trans>社区记了什么、谁看过，能改能撤回</Trans>
        </CardLink>
        <CardLink href={mine.pairings.url()} title={<Trans>我的结对</Trans>}>
          <Trans>谁联系我家、我联系谁，不愿意可以说不</Trans>
        </CardLink>
        {!works && (
          <CardLink href={care.url()} title={<Trans>关爱</Trans>}>
            <Trans>为我家安排的联系和探望</Trans>
          </CardLink>
        )}
      </Group>
      <Group title={<Trans>账号和隐私</Trans>}>
        <CardLink href={mine.privacy.url()} title={<Trans>我的资料与隐私</Trans>}>
          <Trans>看、要一份、改、撤回同意、注销，谁看过我</Trans>
        </CardLink>
        <CardLink href={mine.passkeys.url()} title={<Trans>用指纹或人脸登录</Trans>}>
          <Trans>设一次，以后登录不用等短信</Trans>
        </CardLink>
        <CardLink href={mine.sessions.url()} title={<Trans>在哪些手机上登录了</Trans>} />
        <SettingsWay />
        <SignOut />
      </Group>
    </>
  )
}

function Group({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="cards">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

const SettingsWay = () => <CardLink href={hand.settings.url()} title={<Trans>字的大小和语言</Trans>} />

function SignOut() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const [isAsked, setAsked] = useState(false)
  const waiting = useWaiting()
  async function leave() {
    setBusy(true)
    try {
      const by = person.get()
      await endSession()
      if (by !== undefined) await forgetKept(by)
      go(hand.home.url())
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(t`没有退出成功，请再试一次`))
    }
    setBusy(false)
  }
  /** What waits is sent first; what cannot be sent would be gone, so the person is asked. */
  async function ask() {
    if (waiting === 0) return leave()
    setAsked(true)
    await sendWaiting()
  }
  if (isAsked && waiting > 0)
    return (
      <Notice tone="warn" title={<Trans>还有 {waiting} 条走访没有上传</Trans>}>
        <p>
          <Trans>现在退出，它们会从这部手机上删掉，找不回来。有信号时再退出就不会丢。</Trans>
        </p>
        <ErrorSummary failure={failure} />
        <Button wide onPress={() => setAsked(false)}>
          <Trans>先不退出</Trans>
        </Button>
        <Button look="danger" wide busy={busy} busyWord={t`正在退出…`} onPress={() => void leave()}>
          <Trans>删掉并退出</Trans>
        </Button>
      </Notice>
    )
  return (
    <>
      <ErrorSummary failure={failure} />
      <Button look="second" wide busy={busy} busyWord={t`正在退出…`} onPress={() => void ask()}>
        <Trans>退出登录</Trans>
      </Button>
    </>
  )
}
