import { Trans, useLingui } from '@lingui/react/macro'
import { REDRAWS } from '@linli/contract/places/redrawWords'
import { Link } from 'wouter'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { pastRedraw } from '../addresses.ts'
import { placeUrl } from '../placeUrl.ts'

type Redraw = Answer<'listRedraws'>['items'][number]

/** 历次网格调整: what was redrawn, when and why, and how much went along. */
export default function RedrawsPage() {
  const { t, i18n } = useLingui()
  const say = useSay()
  const list = usePage('listRedraws', { query: {} })
  const left = ({ left: { households, people, orders } }: Redraw) => households + people + orders
  return (
    <DeskPage
      title={t`历次网格调整`}
      back={{ href: placeUrl('/'), label: <Trans>区域和住户</Trans> }}
      lead={<Trans>撤销的网格不删除：谁在那里任过职、办过什么，都还查得到。</Trans>}
    >
      <DataTable<Redraw>
        caption={t`历次网格调整`}
        rowKey={({ id }) => id}
        pages={list}
        empty={<EmptyState title={<Trans>还没有调整过网格</Trans>} />}
        columns={[
          { title: t`时间`, key: 'at', render: (_, { at }) => new Date(at).toLocaleString(i18n.locale) },
          {
            title: t`哪里`,
            key: 'area',
            render: (_, { id, areaName }) => <Link href={pastRedraw.url({ id })}>{areaName}</Link>,
          },
          { title: t`做了什么`, key: 'kind', render: (_, { kind }) => say(REDRAWS[kind]) },
          { title: t`理由`, key: 'reason', dataIndex: 'reason' },
          { title: t`换了的地点`, key: 'areas', dataIndex: 'areas', align: 'right' },
          { title: t`户`, key: 'households', dataIndex: 'households', align: 'right' },
          { title: t`人`, key: 'people', dataIndex: 'people', align: 'right' },
          { title: t`岗位`, key: 'posts', dataIndex: 'posts', align: 'right' },
          { title: t`未办结的单`, key: 'orders', dataIndex: 'orders', align: 'right' },
          {
            title: t`换完没有`,
            key: 'left',
            render: (_, row) => (left(row) === 0 ? t`都换完了` : t`还有 ${left(row)} 项在换`),
          },
        ]}
      />
    </DeskPage>
  )
}
