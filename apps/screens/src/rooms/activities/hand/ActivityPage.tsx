import { Trans, useLingui } from '@lingui/react/macro'
import type { ActivityView } from '@linli/contract/activities/shapes'
import type { SignupPart } from '@linli/contract/activities/words'
import { useState } from 'react'
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  ErrorSummary,
  Facts,
  Notice,
  Page,
  PhoneLink,
  QueryView,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useFace } from '../../people/hand/session.ts'
import { signInUrl } from '../../people/hand/signInUrl.ts'
import { clockOf } from '../../stations/days.ts'
import { station as stationPage } from '../../stations/hand/addresses.ts'
import { useActivity } from '../queries.ts'
import { activities, activity as activityPage } from './addresses.ts'
import { SeatMark } from './SeatMark.tsx'
import { SignUpDialog } from './SignUpDialog.tsx'

/** One activity: when, where, for whom, and signing up; afterwards what it was like. */
export default function ActivityPage({ params }: PageProps<typeof activityPage>) {
  const { t } = useLingui()
  const query = useActivity(params.slug)
  return (
    <Page title={query.data?.title ?? t`活动`} back={{ href: activities.url(), label: <Trans>活动</Trans> }}>
      <QueryView query={query}>
        {(activity) => (
          <>
            <About activity={activity} />
            {activity.state === 'published' && Date.parse(activity.endsAt) > Date.now() && (
              <SigningUp activity={activity} onStale={query.retry} />
            )}
            {activity.state === 'held' && <Held activity={activity} />}
            <Pictures activity={activity} onChanged={query.retry} />
            <a
              className="button button-second button-wide"
              href={`/api/activities/at/${params.slug}/calendar`}
            >
              <span>
                <Trans>放进手机日历</Trans>
              </span>
            </a>
          </>
        )}
      </QueryView>
    </Page>
  )
}

function About({ activity }: { readonly activity: ActivityView }) {
  const say = useSay()
  const { startsAt, endsAt, place, area, organiser, forWhom, bring, phone, station, kindName, themeName } =
    activity
  const lines = [
    [<Trans key="when">时间</Trans>, `${say(momentWords(startsAt))}–${clockOf(endsAt)}`],
    [<Trans key="where">地点</Trans>, area ? `${place}（${area}）` : place],
    [<Trans key="kind">类别</Trans>, themeName ? `${say(kindName)} · ${say(themeName)}` : say(kindName)],
    ...(organiser ? [[<Trans key="who">主办</Trans>, say(organiser)] as const] : []),
    ...(forWhom ? [[<Trans key="for">适合谁</Trans>, forWhom] as const] : []),
    ...(bring ? [[<Trans key="bring">带什么</Trans>, bring] as const] : []),
  ] as const
  return (
    <Card>
      <p>
        <SeatMark activity={activity} />
      </p>
      {activity.callOffReason && (
        <Notice tone="calm" title={<Trans>这场活动取消了</Trans>}>
          <p>{activity.callOffReason}</p>
        </Notice>
      )}
      <Facts facts={lines} />
      <p className="words">{activity.words}</p>
      {activity.health && (
        <p>
          <Trans>看了什么、结果怎么样，这里一个字都不记。想请社区帮忙联系医院，可以在首页求助。</Trans>
        </p>
      )}
      {phone && <PhoneLink phone={phone} />}
      {station && (
        <ButtonLink href={stationPage.url({ slug: station.slug })} look="second" wide>
          <Trans>怎么走</Trans>
        </ButtonLink>
      )}
    </Card>
  )
}

type SigningUpProps = { readonly activity: ActivityView; readonly onStale: () => Promise<void> }

function SigningUp({ activity, onStale }: SigningUpProps) {
  const face = useFace()
  const [part, setPart] = useState<SignupPart>()
  const { slug, signUp, seats } = activity
  if (!signUp) return null
  if (!face.data)
    return (
      <ButtonLink href={signInUrl(hand.signIn.url(), activityPage.url({ slug }))} wide>
        <Trans>登录后报名</Trans>
      </ButtonLink>
    )
  const of = (one: SignupPart) => seats.find((seat) => seat.part === one)
  const picked = part && of(part)
  return (
    <section className="stack">
      {of('attend') && (
        <Button wide onPress={() => setPart('attend')}>
          <Trans>报名参加</Trans>
        </Button>
      )}
      {of('help') && (
        <Button look="second" wide onPress={() => setPart('help')}>
          <Trans>我来帮忙</Trans>
        </Button>
      )}
      {part && picked && (
        <SignUpDialog
          key={part}
          activity={activity}
          seat={picked}
          onClose={() => setPart(undefined)}
          onStale={onStale}
        />
      )}
    </section>
  )
}

function Held({ activity }: { readonly activity: ActivityView }) {
  const { heads, summary } = activity
  return (
    <Card title={<Trans>办得怎么样</Trans>}>
      <p>
        <Trans>来了 {heads} 人。</Trans>
      </p>
      <p className="words">{summary}</p>
    </Card>
  )
}

type PicturesProps = { readonly activity: ActivityView; readonly onChanged: () => Promise<void> }

/** Checked by somebody else than took them; whoever does not want to be seen has one taken down at once. */
function Pictures({ activity, onChanged }: PicturesProps) {
  const { t } = useLingui()
  const face = useFace()
  const [asked, setAsked] = useState<string>()
  const { send, sending, failure } = useCommand('objectToPhoto')
  const { slug, photos } = activity
  if (photos.length === 0) return null
  async function takeDown(id: string) {
    await send({ params: { slug, id } })
    setAsked(undefined)
    await onChanged()
  }
  return (
    <Card title={<Trans>照片</Trans>}>
      <ErrorSummary failure={failure} />
      <p>
        <Trans>拍到的人都同意才放出来，另一位同事看过。您在里面又不愿意，点一下马上撤下，不用说理由。</Trans>
      </p>
      <ul className="cards">
        {photos.map((id, index) => {
          const number = index + 1
          const address = `/api/activities/at/${slug}/photos/${id}`
          return (
            <li key={id}>
              <div className="timeline-photos">
                <a href={address}>
                  <img src={address} alt={t`第 ${number} 张照片`} loading="lazy" />
                </a>
              </div>
              {face.data && (
                <Button look="quiet" onPress={() => setAsked(id)}>
                  <Trans>请撤下第 {number} 张</Trans>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {asked !== undefined && (
        <Dialog open title={<Trans>撤下这张照片吗？</Trans>} onClose={() => setAsked(undefined)}>
          <p>
            <Trans>马上撤下，以后也不再放出来。</Trans>
          </p>
          <div className="stack">
            <Button wide busy={sending} busyWord={t`正在办…`} onPress={() => void takeDown(asked)}>
              <Trans>撤下</Trans>
            </Button>
            <Button look="second" wide onPress={() => setAsked(undefined)}>
              <Trans>先留着</Trans>
            </Button>
          </div>
        </Dialog>
      )}
    </Card>
  )
}
