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
  const items = useItems()
  return (key) => {
    const item = items.find((one) => one.key === key)
    return item ? say(item.name) : key
  }
}
