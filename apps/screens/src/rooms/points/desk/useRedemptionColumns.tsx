import { Trans, useLingui } from '@lingui/react/macro'
import type { RedemptionView } from '@linli/contract/points/redemptionShapes'
import { Button, type TableColumnsType } from 'antd'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { AreaName } from '../../places/desk/AreaName.tsx'
import { yuan } from './money.ts'
import { Standing } from './Standing.tsx'

/** The columns of redemptions; `refund` opens the way back of one that was collected, for whom may open it. */
export function useRedemptionColumns(
  refund: ((redemption: RedemptionView) => void) | undefined,
): TableColumnsType<RedemptionView> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`单号`,
      key: 'number',
      render: (_, { number, heldAt }) => (
        <>
          {number}
          <time className="row-small" dateTime={heldAt}>
            {say(momentWords(heldAt))}
          </time>
        </>
      ),
    },
    {
      title: t`兑换品`,
      key: 'reward',
      render: (_, { reward, quantity, merchant }) => (
        <span className="row-words">
          {say(reward.name)} × {quantity}
          <span className="row-small">{say(merchant.name)}</span>
        </span>
      ),
    },
    {
      title: t`谁换的`,
      key: 'name',
      render: (_, { name, area }) => (
        <>
          {name ?? '—'}
          <span className="row-small">
            <AreaName path={area} />
          </span>
        </>
      ),
    },
    { title: t`积分`, key: 'points', dataIndex: 'points', align: 'right' },
    { title: t`结算（元）`, key: 'fen', align: 'right', render: (_, { fen }) => yuan(fen) },
    { title: t`状态`, key: 'state', render: (_, redemption) => <Standing redemption={redemption} /> },
    ...(refund
      ? [
          {
            title: t`办理`,
            key: 'act',
            render: (_: unknown, redemption: RedemptionView) =>
              redemption.mayRefund && (
                <Button onClick={() => refund(redemption)}>
                  <Trans>退回</Trans>
                </Button>
              ),
          },
        ]
      : []),
  ]
}
