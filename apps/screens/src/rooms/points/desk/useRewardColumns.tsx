import { Trans, useLingui } from '@lingui/react/macro'
import type { RewardView } from '@linli/contract/points/redemptionShapes'
import { REWARD_KINDS } from '@linli/contract/points/words'
import { Button, type TableColumnsType } from 'antd'
import { Link } from 'wouter'
import { StatusMark } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { AreaName } from '../../places/desk/AreaName.tsx'
import { redemptions } from './addresses.ts'
import { yuan } from './money.ts'
import './points.css'

/** The columns of the rewards; `act` opens what may be done with one, for whom may do it. */
export function useRewardColumns(
  act: ((step: 'change' | 'withdraw', reward: RewardView) => void) | undefined,
): TableColumnsType<RewardView> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`名称`,
      key: 'name',
      render: (_, { name, kind, source }) => (
        <span className="reward-words">
          {say(name)}
          <span className="row-small">{say(REWARD_KINDS[kind])}</span>
          {source && <span className="row-small">{source.mechanism}</span>}
        </span>
      ),
    },
    {
      title: t`商户`,
      key: 'merchant',
      render: (_, { merchant, area }) => (
        <>
          {say(merchant.name)}
          <span className="row-small">
            <AreaName path={area} />
          </span>
        </>
      ),
    },
    {
      title: t`一份几分`,
      key: 'points',
      align: 'right',
      render: (_, { points, base }) => (
        <>
          {points}
          {base > 0 && (
            <span className="row-small">
              <Trans>须留 {base} 分</Trans>
            </span>
          )}
        </>
      ),
    },
    { title: t`一份几元`, key: 'fen', align: 'right', render: (_, { fen }) => yuan(fen) },
    {
      title: t`每人每月`,
      key: 'limit',
      align: 'right',
      render: (_, { monthlyLimit }) => monthlyLimit ?? t`不限`,
    },
    {
      title: t`还剩`,
      key: 'stock',
      align: 'right',
      render: (_, { id, stock, held }) => (
        <>
          {stock ?? t`不限`}
          {held > 0 && (
            <Link className="row-small" href={`${redemptions.url()}?state=held&reward=${id}`}>
              <Trans>{held} 份等着领</Trans>
            </Link>
          )}
        </>
      ),
    },
    {
      title: t`状态`,
      key: 'state',
      render: (_, { offered, to }) => {
        const until = to === null ? undefined : say(momentWords(to))
        return (
          <>
            <StatusMark tone={offered ? 'done' : 'still'} word={offered ? t`在货架上` : t`不在货架上`} />
            {until && (
              <span className="row-small">
                <Trans>到 {until}</Trans>
              </span>
            )}
          </>
        )
      },
    },
    ...(act
      ? [
          {
            title: t`办理`,
            key: 'act',
            render: (_: unknown, reward: RewardView) =>
              reward.mayChange && (
                <span className="desk-buttons">
                  <Button onClick={() => act('change', reward)}>
                    <Trans>调整</Trans>
                  </Button>
                  {reward.offered && (
                    <Button danger onClick={() => act('withdraw', reward)}>
                      <Trans>下架</Trans>
                    </Button>
                  )}
                </span>
              ),
          },
        ]
      : []),
  ]
}
