import { Trans, useLingui } from '@lingui/react/macro'
import { TEAM_ENDINGS, TEAM_PARTS } from '@linli/contract/people/teamWords'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { DeskPage, ErrorSummary, Panel, ReadView, StatusMark, useRead } from '../../../../kit/desk/index.ts'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import type { PageProps } from '../../../../kit/route.ts'
import { desk } from '../../../../kit/routes.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { team as teamAt, teams } from '../addresses.ts'
import { useHolds } from '../useHolds.ts'
import { AlliesDialog } from './AlliesDialog.tsx'
import { AskDialog } from './AskDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'

type Team = Answer<'getTeam'>

/** One team: who leads it, who stands in it, which units answer for it with them, and who was in it before. */
export default function TeamPage({ params }: PageProps<typeof teamAt>) {
  const { t } = useLingui()
  const read = useRead('getTeam', { params: { id: params.id } }, ['people.team'])
  return (
    <DeskPage
      title={read.data?.name ?? t`服务队伍`}
      back={{ href: teams.url(), label: <Trans>服务队伍</Trans> }}
    >
      <ReadView read={read}>{(team) => <Whole team={team} onChanged={() => void read.refetch()} />}</ReadView>
    </DeskPage>
  )
}

type PartProps = { readonly team: Team; readonly onChanged: () => void }

function Whole({ team, onChanged }: PartProps) {
  const [asking, setAsking] = useState(false)
  const [joining, setJoining] = useState(false)
  const [closing, setClosing] = useState(false)
  const isAdmin = useHolds('regionAdmin')
  const isDispatcher = useHolds('dispatcher')
  const isOpen = team.closedAt === null
  const mayForm = isOpen && (isAdmin || isDispatcher)
  const done = () => {
    setAsking(false)
    setJoining(false)
    setClosing(false)
    onChanged()
  }
  return (
    <>
      <About team={team} onJoin={mayForm ? () => setJoining(true) : undefined} />
      {isOpen && (
        <Members team={team} onChanged={onChanged} onAsk={mayForm ? () => setAsking(true) : undefined} />
      )}
      <Past past={team.past} />
      {isOpen && isAdmin && (
        <p>
          <Button danger onClick={() => setClosing(true)}>
            <Trans>解散队伍</Trans>
          </Button>
        </p>
      )}
      {asking && <AskDialog team={team} onDone={done} onClose={() => setAsking(false)} />}
      {closing && <CloseDialog team={team} onDone={done} onClose={() => setClosing(false)} />}
      {joining && <AlliesDialog team={team} onDone={done} onClose={() => setJoining(false)} />}
    </>
  )
}

function About({ team, onJoin }: { readonly team: Team; readonly onJoin: (() => void) | undefined }) {
  const { t } = useLingui()
  const say = useSay()
  const { form, units, squads, within, people, closedAt, closedWords } = team
  const held = (part: 'leader' | 'deputy') => people.filter((one) => one.part === part).length
  const missing = closedAt
    ? []
    : [
        ...(held('leader') < form.leaders ? [t`队长还缺 ${form.leaders - held('leader')} 名`] : []),
        ...(held('deputy') < form.deputies ? [t`副队长还缺 ${form.deputies - held('deputy')} 名`] : []),
        ...(units.length < form.units ? [t`单位还缺 ${form.units - units.length} 家`] : []),
      ]
  return (
    <Panel title={say(team.kindName)}>
      <p>
        {team.areaName} · <Trans>{team.members} 人在队</Trans>
        {within && (
          <>
            {' · '}
            <Trans>
              属于 <Link href={teamAt.url({ id: within.id })}>{within.name}</Link>
            </Trans>
          </>
        )}
      </p>
      {closedAt && (
        <p>
          <StatusMark tone="still" word={t`${say(momentWords(closedAt))} 解散`} /> {closedWords}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          <StatusMark tone="waiting" word={missing.join('，')} />
        </p>
      )}
      {units.length > 0 && (
        <p>
          <Trans>一起负责的单位：{units.map(({ name }) => name).join('、')}</Trans>
        </p>
      )}
      {squads.length > 0 && (
        <ul>
          {squads.map(({ id, name, members }) => (
            <li key={id}>
              <Link href={teamAt.url({ id })}>{name}</Link> <Trans>{members} 人</Trans>
            </li>
          ))}
        </ul>
      )}
      {onJoin && (
        <Button onClick={onJoin}>
          {form.units > 0 ? <Trans>定单位和支队</Trans> : <Trans>定支队</Trans>}
        </Button>
      )}
    </Panel>
  )
}

function Members({ team, onChanged, onAsk }: PartProps & { readonly onAsk: (() => void) | undefined }) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('endMembership')
  async function end(personId: string) {
    if (await send({ params: { id: team.id, personId }, body: {} })) onChanged()
  }
  return (
    <Panel title={<Trans>队里的人</Trans>}>
      <ErrorSummary failure={failure} />
      <WideTable<Team['people'][number]>
        aria-label={t`队里的人`}
        dataSource={[...team.people]}
        rowKey="personId"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t`还没有请人，先请队长` }}
        columns={[
          {
            title: t`姓名`,
            key: 'name',
            render: (_, { personId, name }) => <Link href={desk.person.url({ id: personId })}>{name}</Link>,
          },
          { title: t`担任`, key: 'part', render: (_, { part }) => say(TEAM_PARTS[part]) },
          {
            title: t`技能`,
            key: 'skills',
            render: (_, { skills }) => skills.map(say).join('、') || t`没有核验过的`,
          },
          {
            title: t`从`,
            key: 'from',
            render: (_, { isAsked, from }) =>
              isAsked ? <StatusMark tone="waiting" word={t`等本人答复`} /> : say(momentWords(from)),
          },
          ...(onAsk
            ? [
                {
                  title: t`办理`,
                  key: 'end',
                  render: (_: unknown, { personId, name }: Team['people'][number]) => (
                    <Button
                      loading={sending}
                      aria-label={t`请 ${name} 离队`}
                      onClick={() => void end(personId)}
                    >
                      <Trans>请离队</Trans>
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {onAsk && (
        <Button type="primary" onClick={onAsk}>
          <Trans>请人进队或改任</Trans>
        </Button>
      )}
    </Panel>
  )
}

function Past({ past }: { readonly past: Team['past'] }) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <Panel title={<Trans>以前的</Trans>}>
      <WideTable<Team['past'][number]>
        aria-label={t`以前的队员`}
        dataSource={[...past]}
        rowKey="id"
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t`还没有人离开过` }}
        columns={[
          { title: t`姓名`, key: 'name', dataIndex: 'name' },
          { title: t`担任`, key: 'part', render: (_, { part }) => say(TEAM_PARTS[part]) },
          { title: t`从`, key: 'from', render: (_, { from }) => say(momentWords(from)) },
          { title: t`到`, key: 'to', render: (_, { to }) => say(momentWords(to)) },
          {
            title: t`怎样结束`,
            key: 'ending',
            render: (_, { ending }) => ending && say(TEAM_ENDINGS[ending]),
          },
        ]}
      />
    </Panel>
  )
}
