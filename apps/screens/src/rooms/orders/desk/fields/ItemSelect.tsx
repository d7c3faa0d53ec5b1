import { useLingui } from '@lingui/react/macro'
import { Select } from 'antd'
import type { ControlProps } from '../../../../kit/desk/DeskField.tsx'
import { useSay } from '../../../../kit/language.ts'
import { ItemAdvice } from '../../../suggestions/desk/ItemAdvice.tsx'
import { useItems } from './useItems.ts'

export type ItemSelectProps = {
  readonly control: ControlProps
  readonly value: string | undefined
  readonly onChange: (key: string | undefined) => void
  /** A button to empty it again; it is one more stop for the Tab key. */
  readonly clearable?: boolean
  /** The words of the order: the items that they suggest stand below. */
  readonly said?: string
}

/** One item of the catalogue, found by its name or by what residents call it. */
export function ItemSelect({ control, value, onChange, said = '', clearable = false }: ItemSelectProps) {
  const { t } = useLingui()
  const say = useSay()
  const items = useItems()
  return (
    <>
      <Select
        {...control}
        className="wide-control"
        allowClear={clearable}
        showSearch={{
          filterOption: (words, option) => (option?.names ?? '').includes(words.trim().toLowerCase()),
        }}
        placeholder={t`写名字或俗称来找`}
        notFoundContent={t`没有这个事项，换个说法`}
        value={value ?? null}
        onChange={(key: string | null) => onChange(key ?? undefined)}
        options={items.map(({ key, name, alias }) => ({
          value: key,
          label: say(name),
          names: [name.zh, name.en, ...alias].join(' ').toLowerCase(),
        }))}
      />
      {said !== '' && <ItemAdvice said={said} items={items} value={value} onPick={onChange} />}
    </>
  )
}
