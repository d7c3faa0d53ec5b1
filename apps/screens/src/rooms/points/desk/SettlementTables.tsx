import { useLingui } from '@lingui/react/macro'
import type { SettlementLine, SettlementMerchant } from '@linli/contract/points/redemptionShapes'
import type { TableColumnsType } from 'antd'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { yuan } from './money.ts'

/** The sums of a merchant or of a line, as columns. */
function useSums(): TableColumnsType<SettlementMerchant> {
  const { t } = useLingui()
  return [
    { title: t`领走（份）`, key: 'pieces', dataIndex: 'pieces', align: 'right' },
    { title: t`领走积分`, key: 'points', dataIndex: 'points', align: 'right' },
    { title: t`领走（元）`, key: 'fen', align: 'right', render: (_, { fen }) => yuan(fen) },
    { title: t`退回（份）`, key: 'refundedPieces', dataIndex: 'refundedPieces', align: 'right' },
    { title: t`退回（元）`, key: 'refundedFen', align: 'right', render: (_, row) => yuan(row.refundedFen) },
    {
      title: t`应付（元）`,
      key: 'due',
      align: 'right',
      render: (_, { dueFen }) => <strong>{yuan(dueFen)}</strong>,
    },
  ]
}

/** Each merchant in each area that pays it. */
export function MerchantTable({ merchants }: { readonly merchants: readonly SettlementMerchant[] }) {
  const { t } = useLingui()
  const say = useSay()
  const sums = useSums()
  return (
    <WideTable<SettlementMerchant>
      aria-label={t`商户结算`}
      dataSource={[...merchants]}
      rowKey={({ merchant, area }) => `${merchant.id}${area}`}
      columns={[
        { title: t`商户`, key: 'merchant', render: (_, { merchant }) => say(merchant.name) },
        { title: t`由哪里付`, key: 'area', dataIndex: 'areaName' },
        ...sums,
      ]}
    />
  )
}

/** Each reward at the price it was redeemed at. */
export function LineTable({ lines }: { readonly lines: readonly SettlementLine[] }) {
  const { t } = useLingui()
  const say = useSay()
  const sums = useSums()
  return (
    <WideTable<SettlementLine>
      aria-label={t`结算明细`}
      dataSource={[...lines]}
      rowKey={(line) => `${line.merchant.id}${line.area}${line.reward.id} ${line.eachPoints} ${line.eachFen}`}
      columns={[
        {
          title: t`兑换品`,
          key: 'reward',
          render: (_, { reward, merchant }) => (
            <span className="row-words">
              {say(reward.name)}
              <span className="row-small">{say(merchant.name)}</span>
            </span>
          ),
        },
        { title: t`一份几分`, key: 'eachPoints', dataIndex: 'eachPoints', align: 'right' },
        { title: t`一份几元`, key: 'eachFen', align: 'right', render: (_, { eachFen }) => yuan(eachFen) },
        ...(sums as TableColumnsType<SettlementLine>), // a line has every sum of a merchant
      ]}
    />
  )
}
