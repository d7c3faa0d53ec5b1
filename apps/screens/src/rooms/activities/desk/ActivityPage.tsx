import { Trans, useLingui } from '@lingui/react/macro'
import type { DeskActivityView } from '@linli/contract/activities/shapes'
import { ACTIVITY_STATES } from '@linli/contract/activities/words'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { DeskPage, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { QrCode } from '../../../kit/shared/QrCode.tsx'
import { momentWords } from '../../../kit/time.ts'
import { clockOf } from '../../stations/days.ts'
import { ActivityDialog } from './ActivityDialog.tsx'
import { PublishDialog, SignUpForDialog, SumUpDialog } from './ActivityDialogs.tsx'
import { ActivityPhotos } from './ActivityPhotos.tsx'
import { activities, type activity as activityPage } from './addresses.ts'
import { CallOffDialog } from './CallOffDialog.tsx'
import { Signups } from './Signups.tsx'

type Step = 'change' | 'publish' | 'callOff' | 'signUpFor' | 'sumUp'

/** One activity at the desk: publish, who comes, check-in, photos, summary. */
export default function ActivityPage({ params }: PageProps<typeof activityPage>) {
  const { t } = useLingui()
  const read = useRead('manageActivity', { params: { id: params.id } }, ['activities.'])
  return (
    <DeskPage
      title={read.data?.title ?? t`活动`}
      back={{ href: activities.url(), label: <Trans>活动</Trans> }}
      lead={read.data?.place}
    >
      <ReadView read={read}>
        {(activity) => <Activity activity={activity} onChanged={() => void read.refetch()} />}
      </ReadView>
    </DeskPage>
  )
}

type ActivityProps = { readonly activity: DeskActivityView; readonly onChanged: () => void }

function Activity({ activity, onChanged }: ActivityProps) {
  const say = useSay()
  const [step, setStep] = useState<Step>()
  const [done, setDone] = useState<ReactNode>()
  const { state, startsAt, endsAt, signUp, heads, summary, helpedMinutes } = activity
  const close = () => setStep(undefined)
  const finish = (words: ReactNode) => {
    close()
    setDone(words)
    onChanged()
  }
  const shared = { activity, onClose: close, onDone: finish }
  return (
    <>
      <Saved>{done}</Saved>
      <p>
        <strong>{say(ACTIVITY_STATES[state])}</strong> {say(momentWords(startsAt))}–{clockOf(endsAt)}
      </p>
      <Steps activity={activity} onPick={setStep} />
      {state === 'held' && (
        <Panel title={<Trans>小结</Trans>}>
          <p>
            <Trans>
              到场 {heads} 人，志愿服务共 {helpedMinutes} 分钟。
            </Trans>
          </p>
          <p className="row-words">{summary}</p>
        </Panel>
      )}
      {state === 'published' && signUp && <Door activity={activity} />}
      {signUp && <Signups activity={activity} onDone={finish} />}
      <ActivityPhotos activity={activity} onDone={finish} />
      {step === 'change' && (
        <ActivityDialog
          activity={activity}
          onClose={close}
          onSaved={() => finish(<Trans>已保存。时间或地点改了的，报了名的人都收到了通知。</Trans>)}
        />
      )}
      {step === 'publish' && <PublishDialog {...shared} />}
      {step === 'callOff' && <CallOffDialog {...shared} />}
      {step === 'signUpFor' && <SignUpForDialog {...shared} />}
      {step === 'sumUp' && <SumUpDialog {...shared} />}
    </>
  )
}

type StepsProps = { readonly activity: DeskActivityView; readonly onPick: (step: Step) => void }

function Steps({ activity, onPick }: StepsProps) {
  const { state, startsAt, endsAt, signUp } = activity
  const isOver = Date.parse(endsAt) < Date.now()
  const hasBegun = Date.parse(startsAt) <= Date.now()
  const isOpen = state === 'planned' || state === 'published'
  return (
    <div className="desk-row">
      {state === 'planned' && !isOver && (
        <Button type="primary" onClick={() => onPick('publish')}>
          <Trans>发布</Trans>
        </Button>
      )}
      {state === 'published' && hasBegun && (
        <Button type="primary" onClick={() => onPick('sumUp')}>
          <Trans>写小结</Trans>
        </Button>
      )}
      {state === 'published' && signUp && !isOver && (
        <Button onClick={() => onPick('signUpFor')}>
          <Trans>代人报名</Trans>
        </Button>
      )}
      {isOpen && (
        <Button onClick={() => onPick('change')}>
          <Trans>修改</Trans>
        </Button>
      )}
      {isOpen && !isOver && (
        <Button danger onClick={() => onPick('callOff')}>
          <Trans>取消活动</Trans>
        </Button>
      )}
    </div>
  )
}

/** To be printed or shown at the door. */
function Door({ activity }: { readonly activity: DeskActivityView }) {
  const { t } = useLingui()
  const { slug, doorCode, arrived } = activity
  const link = `${location.origin}/activities/${slug}/here?code=${doorCode}`
  return (
    <Panel title={<Trans>门口签到</Trans>}>
      <p>
        <Trans>
          手机扫码，或者输入六位数 <strong>{doorCode}</strong>。已签到 {arrived} 人。
        </Trans>
      </p>
      <div style={{ maxWidth: '14rem' }}>
        <QrCode text={link} label={t`签到二维码`} />
      </div>
    </Panel>
  )
}
