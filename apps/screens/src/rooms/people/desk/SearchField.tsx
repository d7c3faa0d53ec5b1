import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { InputField } from '../../../kit/desk/fields.tsx'

type SearchFieldProps = {
  readonly field: string
  readonly label: ReactNode
  readonly value: string
  readonly onSearch: (words: string) => void
}

/** Words that are looked for when Enter or the button is pressed, not at every letter. */
export function SearchField(props: SearchFieldProps) {
  return <SearchForm key={props.value} {...props} /> // words that came by the address begin a new form
}

function SearchForm({ field, label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  function submit(event: FormEvent) {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    <form className="desk-search" onSubmit={submit}>
      <InputField
        field={field}
        label={label}
        type="search"
        value={typed}
        maxLength={20}
        onChange={setTyped}
      />
      <Button htmlType="submit">
        <Trans>查找</Trans>
      </Button>
    </form>
  )
}
