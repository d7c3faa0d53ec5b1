import { Trans, useLingui } from '@lingui/react/macro'
import type { RewardView } from '@linli/contract/points/redemptionShapes'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'wouter'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { useHolds } from '../../people/desk/useHolds.ts'
import { AddRewardDialog } from './AddRewardDialog.tsx'
import { ChangeRewardDialog } from './ChangeRewardDialog.tsx'
import { idIn } from './ledgerFilters.ts'
import { MerchantField } from './MerchantField.tsx'
import { useRewardColumns } from './useRewardColumns.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

type Open = { readonly step: 'add' } | { readonly step: 'change' | 'withdraw'; readonly reward: RewardView }

const SAID: Readonly<Record<Open['step'], ReactNode>> = {
  add: <Trans>已上架，居民现在就能换。</Trans>,
  change: <Trans>已保存，从现在起按新的算。</Trans>,
  withdraw: <Trans>已下架。</Trans>,
}

/** 兑换品: everything that can be or could be redeemed, newest first, with what is left and what it costs. */
export default function RewardsPage() {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const unit = idIn(search, 'unit')
  const pages = usePage('manageRewards', { query: unit ? { unit } : {} }, ['points.'])
  const mayAdd = useHolds('regionAdmin')
  const [open, setOpen] = useState<Open>()
  const [done, setDone] = useState<Open['step']>()
  const columns = useRewardColumns(mayAdd ? (step, reward) => setOpen({ step, reward }) : undefined)
  const close = () => setOpen(undefined)
  const finish = (step: Open['step']) => {
    close()
    setDone(step)
    pages.retry()
  }

  return (
    <DeskPage
      title={t`兑换品`}
      lead={<Trans>积分能换什么，由社区和商户约定。公共服务和居民的权利不用积分，不能上架。</Trans>}
      actions={
        mayAdd && (
          <Button type="primary" onClick={() => setOpen({ step: 'add' })}>
            <Trans>上架兑换品</Trans>
          </Button>
        )
      }
    >
      <div className="desk-row" role="search" aria-label={t`筛选兑换品`}>
        <MerchantField
          unit={unit}
          onPick={(next) => setSearch(next ? { unit: next } : {}, { replace: true })}
        />
      </div>
      <Saved>{done && SAID[done]}</Saved>
      <DataTable
        caption={t`兑换品`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>这里还没有兑换品</Trans>} />}
      />
      {open?.step === 'add' && <AddRewardDialog onClose={close} onAdded={() => finish('add')} />}
      {open?.step === 'change' && (
        <ChangeRewardDialog reward={open.reward} onClose={close} onChanged={() => finish('change')} />
      )}
      {open?.step === 'withdraw' && (
        <WithdrawDialog reward={open.reward} onClose={close} onWithdrawn={() => finish('withdraw')} />
      )}
    </DeskPage>
  )
}
