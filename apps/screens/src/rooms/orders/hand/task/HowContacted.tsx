import { Trans } from '@lingui/react/macro'
import { ChoiceList } from '../../../../kit/hand/index.ts'

export type HowChoice = 'phone' | 'visit' | 'message'

export type HowContactedProps = {
  readonly field: string
  readonly value: HowChoice | undefined
  readonly onChange: (how: HowChoice) => void
  readonly error?: string | undefined
}

/** How the requester was reached. */
export function HowContacted({ field, value, onChange, error }: HowContactedProps) {
  return (
    <ChoiceList
      field={field}
      label={<Trans>怎么联系的</Trans>}
      value={value}
      onChange={onChange}
      error={error}
      compact
      choices={[
        { value: 'phone', label: <Trans>打电话</Trans> },
        { value: 'visit', label: <Trans>上门</Trans> },
        { value: 'message', label: <Trans>留言</Trans> },
      ]}
    />
  )
}
