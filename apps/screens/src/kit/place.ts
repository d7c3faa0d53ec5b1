import type { Words } from '@linli/contract'
import { observable, useObservable } from './observable.ts'

/** What every page needs to know of the place it serves. `phone` is where a person can always ask for help. */
export type Place = { readonly name: Words; readonly phone: string }

/** Until the server has said more: the house's name and the national government service line, which answers everywhere. */
const place = observable<Place>({ name: { zh: '邻里', en: 'Linli' }, phone: '12345' })

export const setPlace = place.set
export const usePlace = () => useObservable(place)
