/** The first `depth` codes of an area path; a shallower path is its own answer. */
export function areaAt(path: string, depth: number): string {
  const codes = path.split('/').filter(Boolean).slice(0, depth)
  return codes.length === 0 ? '/' : `/${codes.join('/')}/`
}

/** Whether a path lies in an area, both with terminators. */
export const liesIn = (path: string, area: string): boolean => path.startsWith(area)
