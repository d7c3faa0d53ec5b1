import { Trans, useLingui } from '@lingui/react/macro'
import type { MerchantCard } from '@linli/contract/merchants/shapes'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { DeskPage, EmptyState, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { openWords } from '../../stations/desk/openWords.ts'
import { gaps, merchant as merchantPage } from './addresses.ts'
import { MerchantDialog } from './MerchantDialog.tsx'

/** 一刻钟生活圈: every merchant of the place, as residents see them. */
export default function MerchantsPage() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const read = useRead('listMerchants', { query: {} }, ['merchants.'])
  const mayAdd = useHolds('regionAdmin')
  const maySeeGaps = useHolds('intake', 'gridWorker', 'leader', 'regionAdmin')
  const columns = useColumns()
  const [adding, setAdding] = useState(false)
  return (
    <DeskPage
      title={t`一刻钟生活圈`}
      lead={<Trans>居民不登录也能看到：哪家近、现在开没开、能做什么。</Trans>}
      actions={
        mayAdd && (
          <Button type="primary" onClick={() => setAdding(true)}>
            <Trans>登记商户</Trans>
          </Button>
        )
      }
    >
      {maySeeGaps && (
        <p>
          <Link href={gaps.url()}>
            <Trans>看哪个网格缺什么</Trans>
          </Link>
        </p>
      )}
      <ReadView read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={<Trans>还没有登记商户</Trans>} />
          ) : (
            <WideTable<MerchantCard>
              aria-label={t`商户`}
              columns={columns}
              dataSource={[...items]}
              rowKey={({ slug }) => slug}
            />
          )
        }
      </ReadView>
      {adding && (
        <MerchantDialog onClose={() => setAdding(false)} onSaved={(slug) => go(merchantPage.url({ slug }))} />
      )}
    </DeskPage>
  )
}

function useColumns(): TableColumnsType<MerchantCard> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`名称`,
      key: 'name',
      render: (_, { slug, name, trusted }) => (
        <>
          <Link href={merchantPage.url({ slug })}>{name}</Link>
          {trusted && (
            <span className="row-small">
              <Trans>信得过</Trans>
            </span>
          )}
        </>
      ),
    },
    {
      title: t`在哪里`,
      key: 'where',
      render: (_, { address, area }) => (
        <span className="row-words">
          {address}
          <span className="row-small">{area}</span>
        </span>
      ),
    },
    { title: t`现在`, key: 'open', render: (_, { open }) => say(openWords(open)) },
    { title: t`电话`, key: 'phone', render: (_, { phone }) => phone ?? '—' },
  ]
}
