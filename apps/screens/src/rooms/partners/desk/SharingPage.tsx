import { Trans, useLingui } from '@lingui/react/macro'
import { MENU_TAKERS } from '@linli/contract/partners/words'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable, DeskPage, EmptyState, Panel, usePage } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { ErrorSummary } from '../../../kit/shared/ErrorSummary.tsx'
import { useCommand } from '../../../kit/useCommand.ts'
import { AddMenuItemDialog } from './AddMenuItemDialog.tsx'
import { ListLines } from './ListLines.tsx'
import { SendListDialog } from './SendListDialog.tsx'

type Item = Answer<'listMenu'>['items'][number]
type List = Answer<'listLists'>['items'][number]

/** 菜单和清单: what the community offers its partners (1+X) and what it sends a unit (3+1). */
export default function SharingPage() {
  const { t } = useLingui()
  const [dialog, setDialog] = useState<'item' | 'list'>()
  const [done, setDone] = useState<string>()
  const settled = (words: string) => {
    setDialog(undefined)
    setDone(words)
  }
  return (
    <DeskPage
      title={t`服务菜单和清单`}
      lead={
        <Trans>社区需要什么，写上菜单由党员和单位认领；需求、资源、项目清单送给单位，由单位逐条答复。</Trans>
      }
      actions={
        <>
          <Button onClick={() => setDialog('list')}>
            <Trans>送清单给单位</Trans>
          </Button>
          <Button type="primary" onClick={() => setDialog('item')}>
            <Trans>菜单加一项</Trans>
          </Button>
        </>
      }
    >
      <Saved>{done}</Saved>
      <Panel title={<Trans>服务菜单</Trans>}>
        <Menu />
      </Panel>
      <Panel title={<Trans>送给单位的清单</Trans>}>
        <Lists />
      </Panel>
      {dialog === 'item' && (
        <AddMenuItemDialog
          onDone={() => settled(t`已写上菜单，报到的党员和单位能看到`)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'list' && (
        <SendListDialog
          onDone={() => settled(t`已送给单位，等单位答复`)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </DeskPage>
  )
}

function Menu() {
  const { t } = useLingui()
  const say = useSay()
  const pages = usePage('listMenu', { query: {} }, ['partners.'])
  const { send, sending, failure } = useCommand('closeMenuItem')
  return (
    <>
      <ErrorSummary failure={failure} />
      <DataTable<Item>
        caption={t`服务菜单`}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>菜单上还没有本社区的项目。</Trans>} />}
        columns={[
          { title: t`项目`, key: 'name', dataIndex: 'name' },
          {
            title: t`要做什么`,
            key: 'about',
            render: (_, { about }) => <span className="row-words">{about}</span>,
          },
          { title: t`社区`, key: 'area', dataIndex: 'areaName' },
          { title: t`谁可以认领`, key: 'takers', render: (_, { takers }) => say(MENU_TAKERS[takers]) },
          { title: t`到哪天`, key: 'until', dataIndex: 'untilOn' },
          {
            title: t`谁认领了`,
            key: 'taken',
            render: (_, { members, units }) =>
              [...units.map(say), ...(members > 0 ? [t`党员 ${members} 人`] : [])].join(t`、`),
          },
          {
            title: t`办理`,
            key: 'steps',
            render: (_, { id, isClosed }) =>
              isClosed ? (
                <Trans>已撤下或过期</Trans>
              ) : (
                <Button loading={sending} onClick={() => void send({ params: { id } })}>
                  <Trans>撤下</Trans>
                </Button>
              ),
          },
        ]}
      />
    </>
  )
}

function Lists() {
  const { t } = useLingui()
  const say = useSay()
  const pages = usePage('listLists', { query: {} }, ['partners.'])
  return (
    <DataTable<List>
      caption={t`送给单位的清单`}
      rowKey={({ id }) => id}
      pages={pages}
      empty={<EmptyState title={<Trans>还没有送过清单。</Trans>} />}
      columns={[
        // Whose it is stands above its lines, so that a narrow screen shows both.
        {
          title: t`清单`,
          key: 'lines',
          render: (_, list) => (
            <>
              <p className="row-words">
                <strong>{say(list.unitName)}</strong> · {list.areaName} · {list.sentAt.slice(0, 10)}
              </p>
              <ListLines list={list} />
            </>
          ),
        },
        {
          title: t`单位的话`,
          key: 'answer',
          render: (_, { answeredAt, answer }) => (answeredAt === null ? t`等单位答复` : answer),
        },
      ]}
    />
  )
}
