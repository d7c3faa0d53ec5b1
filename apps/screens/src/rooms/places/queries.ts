import { useQuery } from '../../kit/useQuery.ts'

/** In 0.0000001 degrees. */
type Here = { readonly longitude: number; readonly latitude: number }
const PARTS = 1e7
const degreesOf = ({ longitude, latitude }: Here): Here => ({
  longitude: longitude / PARTS,
  latitude: latitude / PARTS,
})

/** The place's own words, levels and catalogue. */
export const usePlaceView = () => useQuery('getPlace', {})

/** The areas one level below an area; the uppermost when none is named. */
export const useAreas = (parent: string | undefined) =>
  useQuery('listAreas', { query: parent === undefined ? {} : { parent } })

export const useArea = (path: string | undefined) =>
  useQuery('getArea', path === undefined ? undefined : { query: { path } })

/** Areas by name; not before something is written. */
export const useAddresses = (words: string, near?: Here) =>
  useQuery(
    'searchAddresses',
    words === '' ? undefined : { query: { q: words, ...(near ? degreesOf(near) : {}) } },
  )

export const useScannedPlace = (slug: string) => useQuery('findPlaceByCode', { params: { slug } })

export const useUnits = (wanted = true) => useQuery('listUnits', wanted ? {} : undefined)

/** The smallest drawn area around a position. */
export const useAreaAt = (position: Here | undefined) =>
  useQuery('areaAtPoint', position && { query: degreesOf(position) })
