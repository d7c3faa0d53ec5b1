import { Trans, useLingui } from '@lingui/react/macro'
import { ROLES } from '@linli/contract'
import { ACCOUNT_STATES, type AccountState } from '@linli/contract/people/accountWords'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import {
  DataTable,
  DeskPage,
  EmptyState,
  Panel,
  ReadView,
  StatusMark,
  type Tone,
  usePage,
  useRead,
} from '../../../kit/desk/index.ts'
import './signIn.css'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { AccountActDialog } from './AccountActDialog.tsx'
import type { StaffAccount } from './accountActs.ts'
import { CreateStaffAccountDialog } from './CreateStaffAccountDialog.tsx'
import { HandedOutDialog } from './HandedOutDialog.tsx'
import { PasswordRules } from './OwnPasswordPanel.tsx'
import { SearchField } from './SearchField.tsx'

/** The accounts of those who work here: opened, reset, closed, and who of them administers what. No neighbour's data. */
export default function StaffAccountsPage() {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const name = search.get('name') ?? ''
  const pages = usePage('listStaffAccounts', { query: name ? { name } : {} }, ['people.'])
  const [creating, setCreating] = useState(false)
  const [acting, setActing] = useState<StaffAccount>()
  const [handedOut, setHandedOut] = useState<Answer<'createStaffAccount'>>()
  const [isDone, setDone] = useState(false)
  const columns = useColumns(setActing)

  function finish(shown?: Answer<'createStaffAccount'>) {
    setCreating(false)
    setActing(undefined)
    setHandedOut(shown)
    setDone(true)
  }

  return (
    <DeskPage
      title={t`工作账号`}
      lead={<Trans>谁能登录工作台，谁是管理员。办过的每一件都记给审计员看。</Trans>}
      actions={
        <Button type="primary" onClick={() => setCreating(true)}>
          <Trans>开通工作账号</Trans>
        </Button>
      }
    >
      <div className="desk-row" role="search" aria-label={t`筛选工作账号`}>
        <SearchField
          field="starts"
          label={<Trans>姓名或登录名开头</Trans>}
          value={name}
          onSearch={(next) => setSearch(next ? { name: next } : {}, { replace: true })}
        />
      </div>
      <Saved>{isDone && <Trans>办好了，已记录。</Trans>}</Saved>
      <DataTable
        caption={t`工作账号`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>没有这样的工作账号</Trans>} />}
      />
      <Asked />
      {creating && <CreateStaffAccountDialog onClose={() => setCreating(false)} onCreated={finish} />}
      {acting && (
        <AccountActDialog
          account={acting}
          onClose={() => setActing(undefined)}
          onDone={(done) => finish(done.handedOut)}
        />
      )}
      {handedOut && <HandedOutDialog handedOut={handedOut} onClose={() => setHandedOut(undefined)} />}
    </DeskPage>
  )
}

/** What this installation asks of staff: read here, set by the operator. */
function Asked() {
  const rules = useRead('getPasswordRules', {})
  return (
    <Panel title={<Trans>对工作账号的要求</Trans>}>
      <ReadView read={rules}>
        {(asked) => (
          <>
            <p>
              {asked.profile === 'dengbao' ? (
                <Trans>按等级保护的要求。由部署单位设置，这里不能改。</Trans>
              ) : (
                <Trans>按一般要求。由部署单位设置，这里不能改。</Trans>
              )}
            </p>
            <PasswordRules rules={asked} />
          </>
        )}
      </ReadView>
    </Panel>
  )
}

const TONES: { readonly [state in AccountState]: Tone } = {
  phone: 'waiting',
  new: 'waiting',
  active: 'done',
  locked: 'late',
  disabled: 'late',
}

function useColumns(act: (account: StaffAccount) => void): TableColumnsType<StaffAccount> {
  const { t } = useLingui()
  const say = useSay()
  return [
    { title: t`姓名`, key: 'name', dataIndex: 'name' },
    { title: t`登录名`, key: 'login', render: (_, { login }) => login ?? t`没有` },
    {
      title: t`状态`,
      key: 'state',
      render: (_, { state }) => <StatusMark tone={TONES[state]} word={say(ACCOUNT_STATES[state])} />,
    },
    {
      title: t`第二道验证`,
      key: 'factor',
      render: (_, { hasFactor }) => (hasFactor ? t`已绑定` : t`没有绑定`),
    },
    {
      title: t`管理员`,
      key: 'administrator',
      render: (_, { administrator }) => (administrator ? say(ROLES[administrator]) : t`不是`),
    },
    { title: t`岗位`, key: 'posts', render: (_, { posts }) => posts.map(say).join(t`、`) },
    { title: t`上次登录`, key: 'last', render: (_, { lastSignInOn }) => lastSignInOn ?? t`没有登录过` },
    {
      title: t`办理`,
      key: 'act',
      render: (_, account) =>
        account.isMe ? (
          <Trans>自己的请别人办</Trans>
        ) : (
          <Button size="small" onClick={() => act(account)}>
            <Trans>办理</Trans>
          </Button>
        ),
    },
  ]
}
