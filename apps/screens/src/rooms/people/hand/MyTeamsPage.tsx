import { Trans, useLingui } from '@lingui/react/macro'
import { TEAM_ENDINGS, TEAM_PARTS } from '@linli/contract/people/teamWords'
import { useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  Empty,
  ErrorSummary,
  Facts,
  Page,
  QueryView,
  StatusMark,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from './SignedIn.tsx'

type Mine = Answer<'myTeams'>
type TeamProps = { readonly team: Mine['items'][number]; readonly onChanged: () => void }

/** 我的队伍: who asks one in, the teams one is in and with whom, and what was before. */
export default function MyTeamsPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的队伍`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>{() => <All />}</SignedIn>
    </Page>
  )
}

function All() {
  const query = useQuery('myTeams', {}, ['people.team'])
  const changed = () => void query.retry()
  return (
    <QueryView query={query}>
      {({ items, past }) => (
        <>
          {items.map((team) =>
            team.isAsked ? (
              <Asked key={team.id} team={team} onChanged={changed} />
            ) : (
              <Team key={team.id} team={team} onChanged={changed} />
            ),
          )}
          {items.length === 0 && (
            <Empty title={<Trans>您现在不在服务队里</Trans>}>
              <p>
                <Trans>想加入服务队，可以跟社区说。社区请您进队，也会先在这里问您。</Trans>
              </p>
            </Empty>
          )}
          {past.length > 0 && <Past past={past} />}
        </>
      )}
    </QueryView>
  )
}

function Who({ team }: { readonly team: TeamProps['team'] }) {
  const { areaName, leaders, deputies, members, units } = team
  const listed = [
    [<Trans key="leader">队长</Trans>, leaders],
    [<Trans key="deputy">副队长</Trans>, deputies],
    [<Trans key="units">一起负责的单位</Trans>, units],
    [<Trans key="members">队员</Trans>, members],
  ] as const
  return (
    <Facts
      facts={[
        ...(areaName ? [[<Trans key="area">服务范围</Trans>, areaName] as const] : []),
        ...listed
          .filter(([, names]) => names.length > 0)
          .map(([word, names]) => [word, names.join('、')] as const),
      ]}
    />
  )
}

function Asked({ team, onChanged }: TeamProps) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('answerTeam')
  async function answer(agrees: boolean) {
    if (await send({ params: { id: team.id }, body: { agrees } })) onChanged()
  }
  return (
    <Card title={<Trans>社区想请您进“{team.name}”</Trans>}>
      <p>
        <StatusMark tone="waiting" word={t`等您答复`} />
      </p>
      <p>
        <Trans>
          请您担任{say(TEAM_PARTS[team.part])}（{say(team.kindName)}
          ）。愿意才算数；不愿意也没有关系，以后随时可以退出。
        </Trans>
      </p>
      <Who team={team} />
      <ErrorSummary failure={failure} />
      <Button wide busy={sending} busyWord={t`正在发送…`} onPress={() => void answer(true)}>
        <Trans>愿意</Trans>
      </Button>
      <Button wide look="second" busy={sending} onPress={() => void answer(false)}>
        <Trans>不方便</Trans>
      </Button>
    </Card>
  )
}

function Team({ team, onChanged }: TeamProps) {
  const say = useSay()
  const [leaving, setLeaving] = useState(false)
  return (
    <Card title={team.name}>
      <p>
        <Trans>
          您是{say(TEAM_PARTS[team.part])}，从 {say(momentWords(team.from))} 起
        </Trans>
      </p>
      <Who team={team} />
      <p>
        <Trans>派给这支队伍的单，在“帮一把”里看得到，谁方便谁签收。</Trans>
      </p>
      <ButtonLink href={hand.myTasks.url()} look="second" wide>
        <Trans>看派给队伍的单</Trans>
      </ButtonLink>
      <Button wide look="quiet" onPress={() => setLeaving(true)}>
        {team.part === 'member' ? <Trans>退出这支队伍</Trans> : <Trans>退出，或不再担任</Trans>}
      </Button>
      <Leave team={team} open={leaving} onClose={() => setLeaving(false)} onChanged={onChanged} />
    </Card>
  )
}

type LeaveProps = TeamProps & { readonly open: boolean; readonly onClose: () => void }

function Leave({ team, open, onClose, onChanged }: LeaveProps) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('leaveTeam')
  async function leave(staysMember: boolean) {
    if (!(await send({ params: { id: team.id }, body: { staysMember } }))) return
    onClose()
    onChanged()
  }
  return (
    <Dialog open={open} title={<Trans>退出“{team.name}”？</Trans>} onClose={onClose}>
      <p>
        <Trans>已经签收的单还是您的，办不了可以退单。以后想回来，跟社区说一声。</Trans>
      </p>
      <ErrorSummary failure={failure} />
      {team.part !== 'member' && (
        <Button wide look="second" busy={sending} busyWord={t`正在发送…`} onPress={() => void leave(true)}>
          <Trans>不再担任{say(TEAM_PARTS[team.part])}，仍当队员</Trans>
        </Button>
      )}
      <Button wide look="danger" busy={sending} busyWord={t`正在发送…`} onPress={() => void leave(false)}>
        <Trans>退出队伍</Trans>
      </Button>
      <Button wide look="second" onPress={onClose}>
        <Trans>先不退</Trans>
      </Button>
    </Dialog>
  )
}

function Past({ past }: { readonly past: Mine['past'] }) {
  const say = useSay()
  return (
    <Card title={<Trans>以前的</Trans>}>
      <ul className="plain">
        {past.map(({ id, name, part, from, to, ending, closedWords }) => (
          <li key={`${id} ${to}`}>
            <strong>{name}</strong> {say(TEAM_PARTS[part])} · {say(momentWords(from))} –{' '}
            {say(momentWords(to))}
            {ending && <> · {say(TEAM_ENDINGS[ending])}</>}
            {closedWords && <>：{closedWords}</>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
