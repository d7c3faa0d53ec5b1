import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { ChoiceList } from '../../../kit/hand/index.ts'
import type { KeptArea } from '../../../kit/offline/kept.ts'

type CompanionFieldProps = {
  readonly colleagues: NonNullable<KeptArea['colleagues']>
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (person: string) => void
}

/** Who came along. Once chosen it is one line, and comes along to the next door. */
export function CompanionField({ colleagues, value, error, onChange }: CompanionFieldProps) {
  // Chosen at an earlier door it is one line; chosen here the page does not move under the hand.
  const [before] = useState(value)
  const chosen = before === '' ? undefined : colleagues.find(({ id }) => id === value)
  const list = (
    <ChoiceList
      field="companion"
      label={<Trans>和谁一起去的</Trans>}
      compact
      choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
  if (colleagues.length === 0)
    return (
      <p className="notice notice-warn">
        <Trans>这次走访要两人同去，但片区里还没有别的同事，请联系社区安排。</Trans>
      </p>
    )
  if (!chosen) return list
  return (
    <details className="fold">
      <summary>
        <Trans>和 {chosen.name} 一起，换人点这里</Trans>
      </summary>
      {list}
    </details>
  )
}
