import { codesOf, type Vocabulary } from '@linli/contract'
import { Select } from 'antd'
import type { ControlProps } from '../../../../kit/desk/DeskField.tsx'
import { useSay } from '../../../../kit/language.ts'

export type CodeSelectProps<Code extends string> = {
  readonly control: ControlProps
  readonly words: Vocabulary<Code>
  readonly value: Code | undefined
  readonly onChange: (code: Code | undefined) => void
  readonly placeholder?: string
  /** A button to empty it again; it is one more stop for the Tab key. */
  readonly clearable?: boolean
}

/** One code of a vocabulary by its words. */
export function CodeSelect<Code extends string>(props: CodeSelectProps<Code>) {
  const { control, words, value, onChange, placeholder, clearable = false } = props
  const say = useSay()
  return (
    <Select<Code | null>
      {...control}
      className="wide-control"
      allowClear={clearable}
      placeholder={placeholder}
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      options={codesOf(words).map((code) => ({ value: code, label: say(words[code]) }))}
    />
  )
}
