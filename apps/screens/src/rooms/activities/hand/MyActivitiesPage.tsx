import { Trans, useLingui } from '@lingui/react/macro'
import type { MySignup } from '@linli/contract/activities/shapes'
import { SIGNUP_PARTS, SIGNUP_STATES, type SignupState } from '@linli/contract/activities/words'
import { CancelButton } from '../../../kit/hand/CancelButton.tsx'
import { ButtonLink, Card, Empty, Page, StatusMark, type Tone } from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { clockOf } from '../../stations/days.ts'
import { useMySignups } from '../queries.ts'
import { activities, activity } from './addresses.ts'

const TONES: Readonly<Record<SignupState, Tone>> = {
  signedUp: 'done',
  waiting: 'waiting',
  cancelled: 'still',
}

/** 我的活动: what is to come and what was, one's own and the household's, the latest first. */
export default function MyActivitiesPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的活动`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>
        {() => (
          <MoreList
            usePage={useMySignups}
            keyOf={({ id }) => id}
            row={(signup) => <Row signup={signup} />}
            empty={
              <Empty title={<Trans>还没有报过名</Trans>}>
                <ButtonLink href={activities.url()} look="second">
                  <Trans>看看有什么活动</Trans>
                </ButtonLink>
              </Empty>
            }
          />
        )}
      </SignedIn>
    </Page>
  )
}

function Row({ signup }: { readonly signup: MySignup }) {
  const { t } = useLingui()
  const say = useSay()
  const { title, startsAt, endsAt, place, state, part, before, forName, activityState } = signup
  const isOff = activityState === 'calledOff'
  return (
    <Card title={title}>
      <p>
        {isOff ? (
          <StatusMark tone="late" word={t`活动已取消`} />
        ) : (
          <StatusMark tone={TONES[state]} word={say(SIGNUP_STATES[state])} />
        )}
      </p>
      <p>
        <strong>
          {say(momentWords(startsAt))}–{clockOf(endsAt)}
        </strong>
        <br />
        {place}
        <br />
        {forName ? `${forName} · ${say(SIGNUP_PARTS[part])}` : say(SIGNUP_PARTS[part])}
      </p>
      {before !== null && (
        <p>{before === 0 ? <Trans>您排第一个。</Trans> : <Trans>您前面还有 {before} 人。</Trans>}</p>
      )}
      <div className="stack">
        <ButtonLink href={activity.url({ slug: signup.slug })} look="second" wide>
          <Trans>看这场活动</Trans>
        </ButtonLink>
        {signup.mayCancel && !isOff && <CancelSignup id={signup.id} />}
      </div>
    </Card>
  )
}

function CancelSignup({ id }: { readonly id: string }) {
  const mine = useMySignups()
  const { send, sending, failure } = useCommand('cancelSignup')
  return (
    <CancelButton
      title={<Trans>取消报名吗？</Trans>}
      words={<Trans>名额马上让给别人，不用说理由，也不会记下什么。</Trans>}
      verb={<Trans>取消报名</Trans>}
      failure={failure}
      busy={sending}
      onCancel={async () => {
        await send({ params: { id } })
        await mine.retry()
      }}
    />
  )
}
