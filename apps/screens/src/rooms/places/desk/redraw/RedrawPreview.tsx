import { Trans, useLingui } from '@lingui/react/macro'
import { Panel } from '../../../../kit/desk/index.ts'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'

type Preview = Answer<'previewRedraw'>

/** What will happen, before it does: which grids end and begin, what moves where, and how much goes along. */
export function RedrawPreview({ preview }: { readonly preview: Preview }) {
  const { t } = useLingui()
  const { closes, opens, moves, households, people, posts, orders } = preview
  const ending = closes.map(({ name }) => name).join('、')
  const beginning = opens.map(({ name }) => name).join('、')
  return (
    <Panel title={<Trans>会变成这样</Trans>}>
      <ul>
        {ending && (
          <li>
            <Trans>撤销：{ending}。编号不再使用，旧二维码照样能扫，会到新的地点。</Trans>
          </li>
        )}
        {beginning && (
          <li>
            <Trans>新设：{beginning}</Trans>
          </li>
        )}
        <li>
          <Trans>
            一起走的：{households} 户、{people} 人、{posts} 个岗位、{orders} 张没办结的单。
          </Trans>
        </li>
        <li>
          <Trans>任职和权限当时就换到新网格；一个网格拆成几个的，原来的人每个都管，之后可以再卸任。</Trans>
        </li>
        <li>
          <Trans>已办结的单和过去的记录留在原来的地点，不改。</Trans>
        </li>
      </ul>
      {moves.length > 0 && (
        <WideTable<Preview['moves'][number]>
          aria-label={t`调整的楼栋`}
          dataSource={[...moves]}
          rowKey="from"
          columns={[
            { title: t`楼栋`, key: 'name', dataIndex: 'name' },
            { title: t`归到`, key: 'toName', dataIndex: 'toName' },
          ]}
        />
      )}
    </Panel>
  )
}
