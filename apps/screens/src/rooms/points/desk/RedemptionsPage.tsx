import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { RedemptionView } from '@linli/contract/points/redemptionShapes'
import { REDEMPTION_STATES } from '@linli/contract/points/words'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { useSay } from '../../../kit/language.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { dayIn, idIn, present } from './ledgerFilters.ts'
import { MerchantField } from './MerchantField.tsx'
import { RefundDialog } from './RefundDialog.tsx'
import { useRedemptionColumns } from './useRedemptionColumns.tsx'

const filtersOf = (search: URLSearchParams) =>
  present({
    state: codesOf(REDEMPTION_STATES).find((code) => code === search.get('state')),
    unit: idIn(search, 'unit'),
    reward: idIn(search, 'reward'),
    from: dayIn(search, 'from'),
    to: dayIn(search, 'to'),
  })

/** 兑换单: every redemption of one's areas or of one's own counter, newest first; names are masked. */
export default function RedemptionsPage() {
  const { t } = useLingui()
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const filters = filtersOf(search)
  const pages = usePage('listRedemptions', { query: filters }, ['points.'])
  const [wrong, setWrong] = useState<RedemptionView>()
  const [refunded, setRefunded] = useState(false)
  const columns = useRedemptionColumns(useHolds('regionAdmin') ? setWrong : undefined)
  const narrow = (some: Readonly<Record<string, string | undefined>>) =>
    setSearch(new URLSearchParams(present({ ...filters, ...some })), { replace: true })

  return (
    <DeskPage
      title={t`兑换单`}
      lead={<Trans>谁换的只显示姓，后面用星号代替。东西不对可以退回，积分全数还给居民。</Trans>}
    >
      <div className="desk-row" role="search" aria-label={t`筛选兑换单`}>
        <SelectField
          field="state"
          label={<Trans>状态</Trans>}
          clearable
          placeholder={t`不限`}
          options={optionsOf(REDEMPTION_STATES, say)}
          value={filters.state}
          onChange={(state) => narrow({ state })}
        />
        <MerchantField unit={filters.unit} onPick={(unit) => narrow({ unit })} />
        <InputField
          field="from"
          type="date"
          label={<Trans>从哪天领的</Trans>}
          value={filters.from ?? ''}
          onChange={(from) => narrow({ from })}
        />
        <InputField
          field="to"
          type="date"
          label={<Trans>到哪天领的（含）</Trans>}
          value={filters.to ?? ''}
          onChange={(to) => narrow({ to })}
        />
        {Object.keys(filters).length > 0 && (
          <Button onClick={() => setSearch(new URLSearchParams(), { replace: true })}>
            <Trans>看全部兑换单</Trans>
          </Button>
        )}
      </div>
      {filters.reward && (
        <p>
          <Trans>只显示一种兑换品的兑换单。</Trans>
        </p>
      )}
      <Saved>{refunded && <Trans>已退回，积分还给了居民。</Trans>}</Saved>
      <DataTable
        caption={t`兑换单`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>没有符合条件的兑换单</Trans>} />}
      />
      {wrong && (
        <RefundDialog
          redemption={wrong}
          onClose={() => setWrong(undefined)}
          onRefunded={() => {
            setWrong(undefined)
            setRefunded(true)
            pages.retry()
          }}
        />
      )}
    </DeskPage>
  )
}
