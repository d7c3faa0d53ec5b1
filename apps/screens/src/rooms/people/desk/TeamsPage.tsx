import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { ChoiceField } from '../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { helpers, team } from './addresses.ts'
import { OpenTeamDialog } from './OpenTeamDialog.tsx'
import { useHolds } from './useHolds.ts'

type Team = Answer<'listTeams'>['items'][number]

/** The service teams of one's area. */
export default function TeamsPage() {
  const { t } = useLingui()
  const [isClosed, setClosed] = useState(false)
  const teams = useRead('listTeams', { query: isClosed ? { isClosed } : {} }, ['people.'])
  const isAdmin = useHolds('regionAdmin')
  const [opening, setOpening] = useState(false)
  const [opened, setOpened] = useState<string>()
  return (
    <DeskPage
      title={t`服务队伍`}
      lead={<Trans>打开一支队伍，请队长、副队长和队员；本人答应了才算进队，派给队伍的单全队看得到。</Trans>}
      actions={
        isAdmin && (
          <Button type="primary" onClick={() => setOpening(true)}>
            <Trans>组建队伍</Trans>
          </Button>
        )
      }
    >
      <p>
        <Link href={helpers.url()}>
          <Trans>去看志愿者</Trans>
        </Link>
      </p>
      <Saved>{opened && <Trans>已组建：{opened}</Trans>}</Saved>
      <ChoiceField
        field="which"
        label={<Trans>看哪些队伍</Trans>}
        value={isClosed ? 'closed' : 'open'}
        options={[
          { value: 'open', label: t`现在的` },
          { value: 'closed', label: t`解散的` },
        ]}
        onChange={(value) => setClosed(value === 'closed')}
      />
      <ReadView read={teams}>{({ items }) => <TeamTable teams={items} isClosed={isClosed} />}</ReadView>
      {opening && (
        <OpenTeamDialog
          onClose={() => setOpening(false)}
          onOpened={(name) => {
            setOpening(false)
            setOpened(name)
          }}
        />
      )}
    </DeskPage>
  )
}

type TeamTableProps = { readonly teams: readonly Team[]; readonly isClosed: boolean }

function TeamTable({ teams, isClosed }: TeamTableProps) {
  const { t } = useLingui()
  const say = useSay()
  if (teams.length === 0)
    return <EmptyState title={isClosed ? <Trans>没有解散的队伍</Trans> : <Trans>还没有队伍</Trans>} />
  return (
    <WideTable<Team>
      aria-label={t`服务队伍`}
      dataSource={[...teams]}
      rowKey="id"
      columns={[
        {
          title: t`队名`,
          key: 'name',
          render: (_, { id, name }) => <Link href={team.url({ id })}>{name}</Link>,
        },
        { title: t`类别`, key: 'kind', render: (_, { kindName }) => say(kindName) },
        ...(isClosed
          ? []
          : [{ title: t`人数`, key: 'members', dataIndex: 'members', align: 'right' as const }]),
        { title: t`组建时间`, key: 'openedAt', render: (_, { openedAt }) => say(momentWords(openedAt)) },
        ...(isClosed
          ? [
              {
                title: t`解散时间`,
                key: 'closedAt',
                render: (_: unknown, { closedAt }: Team) => closedAt && say(momentWords(closedAt)),
              },
            ]
          : []),
      ]}
    />
  )
}
