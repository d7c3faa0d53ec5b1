import { Trans, useLingui } from '@lingui/react/macro'
import { AGREEMENT_STATES } from '@linli/contract/partners/words'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { yuanWords } from '../yuan.ts'
import { agreement } from './addresses.ts'
import { ProposeDialog } from './ProposeDialog.tsx'

type Agreement = Answer<'listAgreements'>['items'][number]

/** 结对共建: the agreements of one's communities or units, by what is kept. */
export default function AgreementsPage() {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const list = usePage('listAgreements', { query: {} }, ['partners.'])
  const [proposing, setProposing] = useState(false)
  return (
    <DeskPage
      title={t`结对共建`}
      lead={<Trans>一方提出，另一方签署；办没办好、钱到没到，由对方说了算。</Trans>}
      actions={
        <Button type="primary" onClick={() => setProposing(true)}>
          <Trans>提出协议</Trans>
        </Button>
      }
    >
      <DataTable<Agreement>
        caption={t`结对共建协议`}
        rowKey={({ id }) => id}
        pages={list}
        empty={<EmptyState title={<Trans>还没有协议。</Trans>} />}
        columns={[
          {
            title: t`名称`,
            key: 'title',
            render: (_, { id, title }) => <Link href={agreement.url({ id })}>{title}</Link>,
          },
          { title: t`共建单位`, key: 'unit', render: (_, { unitName }) => say(unitName) },
          { title: t`社区或网格`, key: 'area', dataIndex: 'areaName' },
          { title: t`日期`, key: 'days', render: (_, { fromOn, toOn }) => `${fromOn} – ${toOn}` },
          { title: t`状态`, key: 'state', render: (_, { state }) => say(AGREEMENT_STATES[state]) },
          { title: t`已兑现`, key: 'kept', render: (_, { kept, promises }) => `${kept} / ${promises}` },
          { title: t`过期未兑现`, key: 'late', dataIndex: 'late', align: 'right' },
          {
            title: t`资金到位（元）`,
            key: 'funds',
            align: 'right',
            render: (_, { fenPaid, fenPromised }) => `${yuanWords(fenPaid)} / ${yuanWords(fenPromised)}`,
          },
        ]}
      />
      {proposing && (
        <ProposeDialog onDone={(id) => go(agreement.url({ id }))} onClose={() => setProposing(false)} />
      )}
    </DeskPage>
  )
}
