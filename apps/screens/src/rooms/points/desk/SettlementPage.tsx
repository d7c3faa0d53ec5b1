import { Trans, useLingui } from '@lingui/react/macro'
import type { Settlement } from '@linli/contract/points/redemptionShapes'
import { Button } from 'antd'
import { useSearchParams } from 'wouter'
import { InputField } from '../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, Panel, ReadView, StatusMark, useRead } from '../../../kit/desk/index.ts'
import { thisMonth } from './days.ts'
import { idIn, MONTH, present } from './ledgerFilters.ts'
import { MerchantField } from './MerchantField.tsx'
import { yuan } from './money.ts'
import { SettlementButton } from './SettlementButton.tsx'
import { LineTable, MerchantTable } from './SettlementTables.tsx'

/** 结算单: what each merchant handed over and took back in a month, and what is to be paid for it. */
export default function SettlementPage() {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('month') ?? ''
  const month = MONTH.test(asked) ? asked : thisMonth()
  const unit = idIn(search, 'unit')
  const read = useRead('getSettlement', { params: { month }, query: unit ? { unit } : {} })
  const narrow = (some: { readonly month?: string; readonly unit?: string | undefined }) =>
    setSearch(new URLSearchParams(present({ month, unit, ...some })), { replace: true })
  return (
    <DeskPage
      title={t`结算单`}
      lead={<Trans>按月、按商户算：领走的减去退回的，就是要付给商户的钱。</Trans>}
      actions={
        <>
          <SettlementButton month={month} unit={unit} />
          <Button onClick={() => window.print()}>
            <Trans>打印</Trans>
          </Button>
        </>
      }
    >
      <div className="desk-row" role="search" aria-label={t`选月份和商户`}>
        <InputField
          field="month"
          type="month"
          label={<Trans>月份</Trans>}
          value={month}
          onChange={(next) => MONTH.test(next) && narrow({ month: next })}
        />
        <MerchantField unit={unit} onPick={(next) => narrow({ unit: next })} />
      </div>
      <ReadView read={read}>{(settlement) => <Statement settlement={settlement} />}</ReadView>
    </DeskPage>
  )
}

function Statement({ settlement }: { readonly settlement: Settlement }) {
  const { t } = useLingui()
  const { month, merchants, lines, total, holds } = settlement
  if (lines.length === 0)
    return (
      <EmptyState title={<Trans>{month} 没有要结算的兑换</Trans>}>
        <p>
          <Trans>领取以后才结算；等着领的、取消的、过期的都不算。</Trans>
        </p>
      </EmptyState>
    )
  const due = yuan(total.dueFen)
  return (
    <>
      <Panel title={<Trans>{month} 合计</Trans>}>
        <p>
          {holds ? (
            <StatusMark tone="done" word={t`与积分账一致`} />
          ) : (
            <StatusMark tone="late" word={t`与积分账不一致，请先核对再付款`} />
          )}
        </p>
        <dl className="figures">
          {[
            { word: t`领走（份）`, value: total.pieces },
            { word: t`退回（份）`, value: total.refundedPieces },
            { word: t`用去积分`, value: total.points - total.refundedPoints },
            { word: t`应付（元）`, value: due },
          ].map(({ word, value }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={<Trans>每个商户</Trans>}>
        <MerchantTable merchants={merchants} />
      </Panel>
      <Panel title={<Trans>每样东西</Trans>}>
        <LineTable lines={lines} />
      </Panel>
    </>
  )
}
