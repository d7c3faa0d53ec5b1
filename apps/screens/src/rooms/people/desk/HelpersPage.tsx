import { Trans, useLingui } from '@lingui/react/macro'
import type { HelperRow } from '@linli/contract/people/shapes'
import type { TableColumnsType } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { DataTable, DeskPage, EmptyState, StatusMark, usePage, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { AreaPick } from './AreaPick.tsx'

/** Who helps, what they can do, and how much they have in hand now. */
export default function HelpersPage() {
  const { t } = useLingui()
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const path = search.get('path') ?? undefined
  const skill = search.get('skill') ?? undefined
  const pages = usePage('listHelpers', { query: { ...(path ? { path } : {}), ...(skill ? { skill } : {}) } })
  const place = useRead('getPlace', {})
  const columns = useColumns()

  function narrow(change: { path?: string | undefined; skill?: string | undefined }) {
    const next = Object.entries({ path, skill, ...change }).filter(([, value]) => value !== undefined)
    setSearch(new URLSearchParams(next.map(([name, value]) => [name, String(value)])), { replace: true })
  }

  return (
    <DeskPage title={t`志愿者`} lead={<Trans>技能和入户资质由派单员或管理员核验，打开姓名办理。</Trans>}>
      <div className="desk-row" role="search" aria-label={t`筛选志愿者`}>
        <AreaPick
          field="within"
          label={<Trans>范围</Trans>}
          clearable
          path={path}
          onPick={(next) => narrow({ path: next })}
        />
        <SelectField
          field="skill"
          label={<Trans>技能</Trans>}
          clearable
          placeholder={t`不限`}
          options={(place.data?.skills ?? []).map(({ key, name }) => ({ value: key, label: say(name) }))}
          value={skill}
          onChange={(next) => narrow({ skill: next })}
        />
      </div>
      <DataTable
        caption={t`志愿者`}
        columns={columns}
        rowKey={({ personId }) => personId}
        pages={pages}
        empty={<EmptyState title={<Trans>这个范围里没有符合条件的志愿者</Trans>} />}
      />
    </DeskPage>
  )
}

function useColumns(): TableColumnsType<HelperRow> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`姓名`,
      key: 'name',
      render: (_, { personId, name }) => <Link href={desk.person.url({ id: personId })}>{name}</Link>,
    },
    { title: t`住址`, key: 'area', render: (_, { path, areaName }) => areaName ?? path },
    {
      title: t`技能`,
      key: 'skills',
      render: (_, { skills }) =>
        skills.map(({ name, verified }) => (verified ? say(name) : t`${say(name)}（未核验）`)).join(t`、`),
    },
    { title: t`入户资质`, key: 'homeEntry', render: (_, { homeEntry }) => (homeEntry ? t`有` : t`没有`) },
    {
      title: t`在手`,
      key: 'load',
      render: (_, { openOrders, quota }) =>
        openOrders >= quota ? (
          <StatusMark tone="still" word={t`${openOrders} 单，已满`} />
        ) : (
          t`${openOrders} 单，最多 ${quota}`
        ),
    },
    { title: t`请假到`, key: 'leave', dataIndex: 'onLeaveUntil' },
  ]
}
