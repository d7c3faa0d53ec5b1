import { useQuery } from '../../kit/useQuery.ts'

/** The place's own words, levels and catalogue. */
export const usePlaceView = () => useQuery('getPlace', {})

/** The areas one level below an area; the uppermost when none is named. */
export const useAreas = (parent: string | undefined) =>
  useQuery('listAreas', { query: parent === undefined ? {} : { parent } })

export const useArea = (path: string | undefined) =>
  useQuery('getArea', path === undefined ? undefined : { query: { path } })

/** Areas by name; not before something is written. */
export const useAddresses = (words: string) =>
  useQuery('searchAddresses', words === '' ? undefined : { query: { q: words } })

export const useScannedPlace = (slug: string) => useQuery('findPlaceByCode', { params: { slug } })

export const useUnits = (wanted = true) => useQuery('listUnits', wanted ? {} : undefined)

const PARTS = 1e7
/** The smallest drawn area around a position in 0.0000001 degrees. */
export const useAreaAt = (position: { readonly longitude: number; readonly latitude: number } | undefined) =>
  useQuery(
    'areaAtPoint',
    position && { query: { longitude: position.longitude / PARTS, latitude: position.latitude / PARTS } },
  )
