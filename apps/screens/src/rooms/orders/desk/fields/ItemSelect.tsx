import { useLingui } from '@lingui/react/macro'
import { Select } from 'antd'
import type { ControlProps } from '../../../../kit/desk/DeskField.tsx'
import { useSay } from '../../../../kit/language.ts'
import { suggestItems } from '../../hand/suggestItems.ts'
import { useItems } from './useItems.ts'

export type ItemSelectProps = {
  readonly control: ControlProps
  readonly value: string | undefined
  readonly onChange: (key: string | undefined) => void
  /** A button to empty it again; it is one more stop for the Tab key. */
  readonly clearable?: boolean
  /** The words of the order: items that they suggest come first. */
  readonly said?: string
}

/** One item of the catalogue, found by its name or by what residents call it. */
export function ItemSelect({ control, value, onChange, said = '', clearable = false }: ItemSelectProps) {
  const { t } = useLingui()
  const say = useSay()
  const items = useItems()
  const likely = said === '' ? [] : suggestItems(said, items, 5)
  const ordered = [...likely, ...items.filter((item) => !likely.includes(item))]
  return (
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
      options={ordered.map(({ key, name, alias }) => ({
        value: key,
        label: say(name),
        names: [name.zh, name.en, ...alias].join(' ').toLowerCase(),
      }))}
    />
  )
}
