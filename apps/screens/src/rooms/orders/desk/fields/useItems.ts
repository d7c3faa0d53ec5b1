import { KINDS, type Kind } from '@linli/contract'
import { useRead } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'

export type Item = Answer<'getPlace'>['items'][number]

/** The catalogue of the place; it changes seldom, so it is asked for once. */
export function useItems(): readonly Item[] {
  return useRead('getPlace', {}).data?.items ?? []
}

/** The words of an item by its key; null for an order that has none yet. */
export function useItemWords(): (key: string | null) => string | null {
  const say = useSay()
  const place = useRead('getPlace', {}).data
  return (key) => {
    const item = [...(place?.items ?? []), ...(place?.formerItems ?? [])].find((one) => one.key === key)
    return item ? say(item.name) : key
  }
}

/** The place's own word for a kind of need, else the general one. */
export function useKindWords(): (kind: Kind) => string {
  const say = useSay()
  const labels = useRead('getPlace', {}).data?.labels
  return (kind) => say(labels?.[`kind.${kind}`] ?? KINDS[kind])
}
