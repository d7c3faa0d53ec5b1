/** Columns that files call an area by, tried in this order. */
const USUAL = ['编号', '代码', '网格编号', '名称', '网格名称', 'path', 'code', 'name', 'Name', 'NAME']

type Says = { readonly [column: string]: string }
type Named = {
  readonly path: string
  readonly code: string
  readonly name: string
  readonly fullName: string
}

/** The column that areas are found by: the one asked for, else the first usual one that the file has. */
export function columnFor(features: readonly { readonly says: Says }[], asked?: string): string | undefined {
  const columns = columnsOf(features)
  return asked === undefined
    ? USUAL.find((column) => columns.includes(column))
    : columns.find((one) => one === asked)
}

export const columnsOf = (features: readonly { readonly says: Says }[]): string[] => [
  ...new Set(features.flatMap(({ says }) => Object.keys(says))),
]

/**
 * Finds areas as files name them: by path, by full name, by code, by name. The first of these that finds anything
 * decides, so that a path is never taken for a name. @returns all that are so called
 */
export function areaFinder<Area extends Named>(areas: readonly Area[]): (value: string) => Area[] {
  const maps = [
    (area: Area) => area.path,
    (area: Area) => plain(area.fullName),
    (area: Area) => area.code,
    (area: Area) => plain(area.name),
  ].map((key) => Map.groupBy(areas, key))
  return (value) => {
    const keys = [value, plain(value)]
    for (const map of maps) for (const key of keys) if (key && map.has(key)) return map.get(key) ?? []
    return []
  }
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')
