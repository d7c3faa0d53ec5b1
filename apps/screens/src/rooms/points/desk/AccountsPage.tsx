import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { PointAccount } from '@linli/contract/points/shapes'
import { ACCOUNT_KINDS } from '@linli/contract/points/words'
import type { TableColumnsType } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { AreaName } from '../../places/desk/AreaName.tsx'

const PATH = /^\/([a-z0-9]{1,12}\/){0,8}$/

/** Every account with what it holds and what is promised to it, in the order they were opened: never by amount. */
export default function AccountsPage() {
  const { t } = useLingui()
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('path') ?? ''
  const path = PATH.test(asked) ? asked : undefined
  const kind = codesOf(ACCOUNT_KINDS).find((code) => code === search.get('kind'))
  const pages = usePage('listAccounts', { query: { ...(path ? { path } : {}), ...(kind ? { kind } : {}) } }, [
    'points.',
  ])
  const columns = useColumns()

  function narrow(change: { path?: string | undefined; kind?: string | undefined }) {
    const next = { path, kind, ...change }
    setSearch(
      { ...(next.path ? { path: next.path } : {}), ...(next.kind ? { kind: next.kind } : {}) },
      { replace: true },
    )
  }

  return (
    <DeskPage
      title={t`积分账户`}
      back={{ href: desk.ledger.url(), label: <Trans>积分总账</Trans> }}
      lead={<Trans>按开户先后排列，不按分数排名。发放户的余额在 0 以下，等于它发出去的分数。</Trans>}
    >
      <div className="desk-row" role="search" aria-label={t`筛选账户`}>
        <AreaPick
          field="within"
          label={<Trans>范围</Trans>}
          clearable
          path={path}
          onPick={(next) => narrow({ path: next })}
        />
        <SelectField
          field="kind"
          label={<Trans>账户类型</Trans>}
          clearable
          placeholder={t`不限`}
          options={optionsOf(ACCOUNT_KINDS, say)}
          value={kind}
          onChange={(next) => narrow({ kind: next })}
        />
      </div>
      <DataTable
        caption={t`积分账户`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>没有符合条件的账户</Trans>} />}
      />
    </DeskPage>
  )
}

function useColumns(): TableColumnsType<PointAccount> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`账户`,
      key: 'name',
      render: (_, { id, kind, name }) => (
        <Link href={`${desk.ledger.url()}?account=${id}`}>{name ?? say(ACCOUNT_KINDS[kind])}</Link>
      ),
    },
    { title: t`账户类型`, key: 'kind', render: (_, { kind }) => say(ACCOUNT_KINDS[kind]) },
    { title: t`社区`, key: 'community', render: (_, { community }) => <AreaName path={community} /> },
    { title: t`余额`, key: 'balance', dataIndex: 'balance', align: 'right' },
    { title: t`待入账`, key: 'pending', dataIndex: 'pending', align: 'right' },
    { title: t`为兑换留着`, key: 'held', dataIndex: 'held', align: 'right' },
  ]
}
