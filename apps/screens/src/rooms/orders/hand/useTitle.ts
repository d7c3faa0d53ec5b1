import { useSay } from '../../../kit/language.ts'
import { usePlaceView } from '../../places/queries.ts'

/** An order's title in the reader's language: that of its item by the catalogue's words, a resident's own words as they are. */
export function useTitle(): (title: string) => string {
  const say = useSay()
  const { data } = usePlaceView()
  return (title) => {
    const item = data?.items.find(({ name }) => name.zh === title)
    return item ? say(item.name) : title
  }
}
