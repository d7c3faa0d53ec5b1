import { Trans, useLingui } from '@lingui/react/macro'
import type { PersonRow } from '@linli/contract/people/shapes'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { AreaPick } from './AreaPick.tsx'
import { ByPhone } from './ByPhone.tsx'
import { RegisterPersonDialog } from './RegisterPersonDialog.tsx'
import { SearchField } from './SearchField.tsx'
import { useHolds } from './useHolds.ts'

/** The register of people in one's area. Names and numbers are masked; a number in clear is shown on the person's page, on record. */
export default function PeoplePage() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [search, setSearch] = useSearchParams()
  const path = search.get('path') ?? undefined
  const name = search.get('name') ?? ''
  const pages = usePage('listPeople', { query: { ...(path ? { path } : {}), ...(name ? { name } : {}) } })
  const mayRegister = useHolds('regionAdmin', 'intake')
  const [registering, setRegistering] = useState(false)
  const columns = useColumns()

  function narrow(change: { path?: string | undefined; name?: string }) {
    const next = { path, name, ...change }
    setSearch(
      { ...(next.path ? { path: next.path } : {}), ...(next.name ? { name: next.name } : {}) },
      { replace: true },
    )
  }

  return (
    <DeskPage
      title={t`人员`}
      lead={<Trans>姓名和电话都已隐去一部分。要看完整电话，请打开这个人，写明事由。</Trans>}
      actions={
        mayRegister && (
          <Button type="primary" onClick={() => setRegistering(true)}>
            <Trans>登记人员</Trans>
          </Button>
        )
      }
    >
      <div className="desk-row" role="search" aria-label={t`筛选人员`}>
        <AreaPick
          field="within"
          label={<Trans>范围</Trans>}
          clearable
          path={path}
          onPick={(next) => narrow({ path: next })}
        />
        <SearchField
          field="starts"
          label={<Trans>姓名开头</Trans>}
          value={name}
          onSearch={(next) => narrow({ name: next })}
        />
      </div>
      <ByPhone />
      <DataTable
        caption={t`人员`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>没有符合条件的人员</Trans>} />}
      />
      {registering && (
        <RegisterPersonDialog
          onClose={() => setRegistering(false)}
          onRegistered={(id) => go(desk.person.url({ id }))}
        />
      )}
    </DeskPage>
  )
}

function useColumns(): TableColumnsType<PersonRow> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`姓名`,
      key: 'name',
      render: (_, { id, name }) => <Link href={desk.person.url({ id })}>{name}</Link>,
    },
    { title: t`电话`, key: 'phone', dataIndex: 'phone' },
    { title: t`住址`, key: 'area', render: (_, { path, areaName }) => areaName ?? path },
    { title: t`岗位`, key: 'posts', render: (_, { posts }) => posts.map(say).join(t`、`) },
    { title: t`志愿者`, key: 'isHelper', render: (_, { isHelper }) => (isHelper ? t`是` : t`否`) },
  ]
}
