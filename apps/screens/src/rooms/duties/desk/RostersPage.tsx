import { Trans, useLingui } from '@lingui/react/macro'
import { ROSTER_PURPOSES, ROSTER_STATES, type RosterPurpose } from '@linli/contract/duties/words'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { roster } from './addresses.ts'
import { OpenRosterDialog } from './OpenRosterDialog.tsx'

type Roster = Answer<'listRosters'>['items'][number]

/** 排班: the rosters of one's areas. */
export default function RostersPage() {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const list = usePage('listRosters', { query: {} }, ['duties.'])
  const [opening, setOpening] = useState<RosterPurpose>()
  return (
    <DeskPage
      title={t`排班`}
      lead={<Trans>先写清岗位，再征询志愿者；方案由系统生成，由人确认。没有答应的人不会被排班。</Trans>}
      actions={
        <>
          <Button danger onClick={() => setOpening('crisis')}>
            <Trans>发起应急动员</Trans>
          </Button>
          <Button type="primary" onClick={() => setOpening('duty')}>
            <Trans>新建排班</Trans>
          </Button>
        </>
      }
    >
      <DataTable<Roster>
        caption={t`排班表`}
        rowKey={({ id }) => id}
        pages={list}
        empty={<EmptyState title={<Trans>还没有排班表</Trans>} />}
        columns={[
          {
            title: t`名称`,
            key: 'title',
            render: (_, { id, title }) => <Link href={roster.url({ id })}>{title}</Link>,
          },
          { title: t`用途`, key: 'purpose', render: (_, { purpose }) => say(ROSTER_PURPOSES[purpose]) },
          { title: t`范围`, key: 'area', render: (_, { areaName }) => areaName || t`全区` },
          { title: t`日期`, key: 'days', render: (_, { fromOn, toOn }) => `${fromOn} – ${toOn}` },
          { title: t`能来`, key: 'coming', dataIndex: 'coming', align: 'right' },
          { title: t`未答复`, key: 'asked', dataIndex: 'asked', align: 'right' },
          { title: t`状态`, key: 'state', render: (_, { state }) => say(ROSTER_STATES[state]) },
        ]}
      />
      {opening && (
        <OpenRosterDialog
          purpose={opening}
          onClose={() => setOpening(undefined)}
          onOpened={(id) => go(roster.url({ id }))}
        />
      )}
    </DeskPage>
  )
}
