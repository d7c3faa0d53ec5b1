import { Trans, useLingui } from '@lingui/react/macro'
import { UNIT_KINDS } from '@linli/contract/places/words'
import { DeskPage, EmptyState, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'

type Unit = Answer<'listUnits'>['items'][number]

/** Departments, companies and organisations that orders go to, with the telephone of whoever is on duty. */
export default function UnitsPage() {
  const { t } = useLingui()
  const units = useRead('listUnits', {}, ['places.'])
  return (
    <DeskPage
      title={t`部门和单位`}
      back={{ href: desk.places.url(), label: <Trans>区域和住户</Trans> }}
      lead={<Trans>工单可以派给这些单位。单位随本地的设置而来。</Trans>}
    >
      <ReadView read={units}>{({ items }) => <UnitTable units={items} />}</ReadView>
    </DeskPage>
  )
}

function UnitTable({ units }: { readonly units: readonly Unit[] }) {
  const { t } = useLingui()
  const say = useSay()
  const names = new Map(units.map(({ id, name }) => [id, say(name)]))
  if (units.length === 0) return <EmptyState title={<Trans>这里没有设单位</Trans>} />
  return (
    <WideTable<Unit>
      aria-label={t`部门和单位`}
      dataSource={[...units]}
      rowKey="id"
      columns={[
        { title: t`名称`, key: 'name', render: (_, { name }) => say(name) },
        { title: t`类别`, key: 'kind', render: (_, { kind }) => say(UNIT_KINDS[kind]) },
        {
          title: t`上级`,
          key: 'parent',
          render: (_, { parentId }) => (parentId === null ? '—' : (names.get(parentId) ?? '—')),
        },
        {
          title: t`值班电话`,
          key: 'phone',
          render: (_, { dutyPhone }) => (dutyPhone ? <a href={`tel:${dutyPhone}`}>{dutyPhone}</a> : '—'),
        },
      ]}
    />
  )
}
