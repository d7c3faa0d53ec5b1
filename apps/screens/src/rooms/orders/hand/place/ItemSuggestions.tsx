import { Trans } from '@lingui/react/macro'
import { ChoiceList } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useQuery } from '../../../../kit/useQuery.ts'
import { useRested } from '../../../../kit/useRested.ts'
import { usePlaceView } from '../../../places/queries.ts'
import type { OrderDraft } from './draft.ts'

type SuggestionsProps = {
  readonly draft: OrderDraft
  readonly change: (some: Partial<OrderDraft>) => void
}

const NONE = 'none'
/** Of fewer letters nothing can be said. */
const LEAST_LETTERS = 4

/** The two things it most likely is, by the resident’s own words, and which words. Skipping it is fine, also without a network: intake finds the item. */
export function ItemSuggestions({ draft, change }: SuggestionsProps) {
  const say = useSay()
  const { data } = usePlaceView()
  const text = useRested(draft.text.trim())
  const asked = useQuery('suggestOrder', text.length < LEAST_LETTERS ? undefined : { body: { text } })
  const why = new Map(asked.data?.advice.items.map((one) => [one.item, one.why.join('、')]))
  const found = asked.data?.advice.items.flatMap(
    ({ item }) => data?.items.find(({ key }) => key === item) ?? [],
  )
  const chosen = data?.items.find(({ key }) => key === draft.item)
  const items = chosen && !found?.includes(chosen) ? [chosen, ...(found ?? [])] : (found ?? [])
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
        ...items.map(({ key, name }) => {
          const words = why.get(key)
          return {
            value: key,
            label: say(name),
            ...(words ? { hint: <Trans>因为写了：{words}</Trans> } : {}),
          }
        }),
        ...(draft.item === null ? [] : [{ value: NONE, label: <Trans>都不是</Trans> }]),
      ]}
    />
  )
}
