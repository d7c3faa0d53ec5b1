import { Trans, useLingui } from '@lingui/react/macro'
import { GRID_REASONS } from '@linli/contract/places/gridPlanWords'
import { Panel } from '../../../../kit/desk/index.ts'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'

type Plan = Answer<'getGridPlan'>
type Grid = Plan['grids'][number] & { readonly number: number }
type Figures = Plan['before'] & { readonly when: string }

/** The plan beside today, in figures. */
export function Compared({ plan }: { readonly plan: Plan }) {
  const { t } = useLingui()
  const { before, after, moved, least, most, dividedEstates } = plan
  const rows: Figures[] = [{ when: t`现在`, ...before }, ...(after ? [{ when: t`方案`, ...after }] : [])]
  const estates = dividedEstates.join('、')
  return (
    <Panel title={<Trans>和现在比</Trans>}>
      <WideTable<Figures>
        aria-label={t`和现在比`}
        rowKey={({ when }) => when}
        dataSource={rows}
        columns={[
          { title: '', key: 'when', dataIndex: 'when' },
          { title: t`网格`, key: 'grids', dataIndex: 'grids', align: 'right' },
          { title: t`最少户数`, key: 'least', dataIndex: 'least', align: 'right' },
          { title: t`最多户数`, key: 'most', dataIndex: 'most', align: 'right' },
          { title: t`不在 ${least}–${most} 户的网格`, key: 'outside', dataIndex: 'outside', align: 'right' },
          {
            title: t`到网格中心平均几米`,
            key: 'metres',
            align: 'right',
            render: (_, { metres }) => metres ?? t`有楼栋没有位置`,
          },
        ]}
      />
      <p>
        <Trans>
          要换网格的：{moved.buildings} 栋、{moved.households} 户。
        </Trans>
      </p>
      {estates && (
        <p>
          <Trans>拆开的小区：{estates}。</Trans>
        </p>
      )}
    </Panel>
  )
}

/** The planned grids, and why one is outside the limits. */
export function PlannedGrids({ plan }: { readonly plan: Plan }) {
  const { t } = useLingui()
  const say = useSay()
  const { least, most } = plan
  const note = ({ households, reason }: Grid): string => {
    if (households >= least && households <= most) return t`合适`
    const size = households > most ? t`多了 ${households - most} 户` : t`少了 ${least - households} 户`
    return reason ? t`${size}：${say(GRID_REASONS[reason])}` : size
  }
  return (
    <WideTable<Grid>
      aria-label={t`方案里的网格`}
      rowKey={({ number }) => number}
      dataSource={plan.grids.map((grid, at) => ({ ...grid, number: at + 1 }))}
      columns={[
        { title: t`号`, key: 'number', dataIndex: 'number', align: 'right' },
        {
          title: t`网格`,
          key: 'name',
          render: (_, { name, keeps }) => (keeps === null ? t`${name}（新）` : name),
        },
        { title: t`楼栋`, key: 'buildings', dataIndex: 'buildings', align: 'right' },
        { title: t`户数`, key: 'households', dataIndex: 'households', align: 'right' },
        { title: t`户数合不合适`, key: 'note', render: (_, grid) => note(grid) },
      ]}
    />
  )
}
