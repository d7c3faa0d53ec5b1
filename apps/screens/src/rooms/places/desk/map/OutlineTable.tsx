import { Trans, useLingui } from '@lingui/react/macro'
import type { OutlineRow } from '@linli/contract/places/boundaryShapes'
import { Button } from 'antd'
import { Link } from 'wouter'
import { EmptyState } from '../../../../kit/desk/index.ts'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import { outlineMap } from '../addresses.ts'
import { chinaDay } from '../offices/chinaDay.ts'
import { percentOf, type Walked } from './coverage.ts'
import { useArea } from './useArea.ts'

type OutlineTableProps = {
  readonly rows: readonly OutlineRow[]
  readonly isWide: boolean
  /** How far a campaign is, by grid, where one is shown. */
  readonly walked: ReadonlyMap<string, Walked> | undefined
  readonly selected: string | undefined
  readonly onSelect: (path: string) => void
}

/** The same as the map, for eyes and hands that do without one. */
export function OutlineTable({ rows, isWide, walked, selected, onSelect }: OutlineTableProps) {
  const { t } = useLingui()
  const area = useArea()
  if (rows.length === 0)
    return (
      <EmptyState title={<Trans>下面没有更小的区域</Trans>}>
        <p>
          <Trans>先在“区域和住户”里把网格设出来，再来画边界。</Trans>
        </p>
      </EmptyState>
    )
  const size = rows.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false
  return (
    <WideTable<OutlineRow>
      aria-label={t`边界列表`}
      dataSource={[...rows]}
      rowKey="path"
      pagination={size}
      columns={[
        {
          title: t`名称`,
          key: 'name',
          render: (_, row) => (
            <Button
              type={row.path === selected ? 'primary' : 'default'}
              aria-pressed={row.path === selected}
              onClick={() => onSelect(row.path)}
            >
              {isWide ? row.fullName : row.name}
            </Button>
          ),
        },
        ...(walked
          ? [
              {
                title: t`走到`,
                key: 'walked',
                render: (_: unknown, { path }: OutlineRow) => {
                  const here = walked.get(path)
                  return here ? `${here.reached} / ${here.households}（${percentOf(here)}%）` : '—'
                },
              },
            ]
          : []),
        {
          title: t`边界`,
          key: 'outline',
          render: (_, { squareMetres, position }) => {
            if (squareMetres !== null) return area(squareMetres)
            return position ? <Trans>只有位置</Trans> : <Trans>还没画</Trans>
          },
        },
        {
          title: t`从哪天起`,
          key: 'from',
          render: (_, { fromAt }) => (fromAt ? chinaDay(Date.parse(fromAt)) : '—'),
        },
        {
          title: t`下一级`,
          key: 'below',
          render: (_, { path, name }) => (
            <Link
              href={`${outlineMap.url()}?at=${encodeURIComponent(path)}`}
              aria-label={t`看${name}下一级的边界`}
            >
              <Trans>打开</Trans>
            </Link>
          ),
        },
      ]}
    />
  )
}

const PAGE = 50
