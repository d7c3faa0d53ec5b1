import { Select, type SelectProps } from 'antd'
import { useState } from 'react'
import type { ControlProps } from './DeskField.tsx'
import type { Option } from './fields.tsx'

type ManySelectProps = Pick<SelectProps<string[], Option>, 'maxCount' | 'placeholder'> & {
  readonly control: ControlProps
  readonly options: readonly Option[]
  readonly value: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/**
 * Several of a list, found by typing part of a name. The list closes after each choice: left open it lies over the fields
 * and buttons below, where a hand that is not sure presses the wrong thing.
 */
export function ManySelect({ control, options, value, onChange, ...rest }: ManySelectProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Select<string[], Option>
      {...control}
      {...rest}
      className="desk-input"
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      open={isOpen}
      onOpenChange={setOpen}
      options={[...options]}
      value={[...value]}
      onChange={(chosen) => {
        setOpen(false)
        onChange(chosen)
      }}
    />
  )
}
