import { Trans } from '@lingui/react/macro'
import { useMemo } from 'react'
import { ChoiceList } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { usePlaceView } from '../../../places/queries.ts'
import { suggestItems } from '../suggestItems.ts'
import type { OrderDraft } from './draft.ts'

type SuggestionsProps = {
  readonly draft: OrderDraft
  readonly change: (some: Partial<OrderDraft>) => void
}

const NONE = 'none'

/** At most three things it may be, by the resident’s own words. Skipping it is fine: intake finds the item. */
export function ItemSuggestions({ draft, change }: SuggestionsProps) {
  const say = useSay()
  const { data } = usePlaceView()
  const found = useMemo(() => suggestItems(draft.text, data?.items ?? []), [draft.text, data])
  const chosen = data?.items.find(({ key }) => key === draft.item)
  const items = chosen && !found.includes(chosen) ? [chosen, ...found] : found
  if (items.length === 0) return null
  return (
    <ChoiceList
      field="item"
      label={<Trans>是不是这件事</Trans>}
      optional
      value={draft.item ?? undefined}
      onChange={(key) => {
        const item = items.find((one) => one.key === key)
        change(item ? { item: item.key, kind: item.kind } : { item: null })
      }}
      choices={[
        ...items.map(({ key, name }) => ({ value: key, label: say(name) })),
        ...(draft.item === null ? [] : [{ value: NONE, label: <Trans>都不是</Trans> }]),
      ]}
    />
  )
}
