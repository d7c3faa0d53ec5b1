import { Trans, useLingui } from '@lingui/react/macro'
import type { LedgerFilters, LedgerView } from '@linli/contract/ledgers/shapes'
import { Button } from 'antd'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { useSay } from '../../../kit/language.ts'
import { chosenValue, withValue } from './filters.ts'

type FilterRowProps = {
  readonly view: LedgerView
  readonly filters: LedgerFilters
  readonly onChange: (filters: LedgerFilters) => void
}

/** The filters of a ledger: days, the codes it has, and the order of its rows. */
export function FilterRow({ view, filters, onChange }: FilterRowProps) {
  const { t } = useLingui()
  const say = useSay()
  const day = (name: 'from' | 'to') => (value: string) => {
    const { [name]: _, ...rest } = filters
    onChange(value ? { ...rest, [name]: value } : rest)
  }
  const { sort, down: _down, ...unsorted } = filters
  return (
    <div className="desk-row" role="search" aria-label={t`筛选台账`}>
      <InputField
        field="from"
        type="date"
        label={<Trans>从哪天</Trans>}
        value={filters.from ?? ''}
        onChange={day('from')}
      />
      <InputField
        field="to"
        type="date"
        label={<Trans>到哪天（含）</Trans>}
        value={filters.to ?? ''}
        onChange={day('to')}
      />
      {view.columns
        .filter((column) => column.filters)
        .map((column) => (
          <SelectField
            key={column.key}
            field={column.key}
            label={say(column.name)}
            clearable
            placeholder={t`全部`}
            value={chosenValue(filters, column.key)}
            options={column.values.map(({ value, name }) => ({ value, label: say(name) }))}
            onChange={(value) => onChange(withValue(filters, column.key, value))}
          />
        ))}
      <SelectField
        field="sort"
        label={<Trans>排序</Trans>}
        clearable
        placeholder={t`新的在前`}
        value={sort}
        options={view.columns
          .filter(({ sorts }) => sorts)
          .map(({ key, name }) => ({ value: key, label: say(name) }))}
        onChange={(key) => onChange(key ? { ...unsorted, sort: key } : unsorted)}
      />
      {sort && (
        <Button onClick={() => onChange(filters.down ? { ...unsorted, sort } : { ...filters, down: true })}>
          {filters.down ? <Trans>改成从小到大</Trans> : <Trans>改成从大到小</Trans>}
        </Button>
      )}
      {Object.keys(filters).length > 0 && (
        <Button onClick={() => onChange({})}>
          <Trans>看全部</Trans>
        </Button>
      )}
    </div>
  )
}
