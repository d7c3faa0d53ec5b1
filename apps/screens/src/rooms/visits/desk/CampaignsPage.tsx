import { Trans, useLingui } from '@lingui/react/macro'
import type { CampaignRow } from '@linli/contract/visits/shapes'
import { Button, type TableColumnsType } from 'antd'
import { Link, useLocation } from 'wouter'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { campaign, campaigns, newCampaign } from './addresses.ts'
import { useKindWords } from './useKindWords.ts'

/** 走访: the campaigns that reach into the own area, the latest first. */
export default function CampaignsPage() {
  const { t } = useLingui()
  const kindWord = useKindWords()
  const [, go] = useLocation()
  const pages = usePage('listCampaigns', { query: {} }, ['visits.'])
  const mayStart = useHolds('dispatcher', 'regionAdmin')
  const columns: TableColumnsType<CampaignRow> = [
    {
      title: t`名称`,
      render: (_, { id, name }) => <Link href={campaign.url({ id })}>{name}</Link>,
    },
    { title: t`类型`, render: (_, { kind }) => kindWord(kind) },
    { title: t`范围`, render: (_, { areaName, path }) => areaName || (path === '/' ? t`全区` : path) },
    { title: t`日期`, render: (_, { from, to }) => `${from} — ${to}` },
  ]
  return (
    <DeskPage
      title={t`走访`}
      lead={<Trans>按户走一遍：定范围、定表单，网格员在手机上走，没有信号也能记。</Trans>}
      actions={
        mayStart && (
          <Button type="primary" onClick={() => go(newCampaign.url())}>
            <Trans>发起走访</Trans>
          </Button>
        )
      }
    >
      <DataTable
        caption={t`走访`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>您的片区还没有走访</Trans>} />}
      />
    </DeskPage>
  )
}

/** Where every page of this room leads back to. */
export const toCampaigns = { href: campaigns.url(), label: <Trans>走访</Trans> }
