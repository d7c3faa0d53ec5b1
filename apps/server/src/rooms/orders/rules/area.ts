/** The first `depth` codes of an area path; a shallower path is its own answer. */
export function areaAt(path: string, depth: number): string {
  const codes = path.split('/').filter(Boolean).slice(0, depth)
  return codes.length === 0 ? '/' : `/${codes.join('/')}/`
}

/** The area around an area; the region is around itself. */
export const areaAround = (path: string): string => areaAt(path, path.split('/').length - 3)

/** The area whose helpers a wave asks; beyond the last wave the whole region. */
export function offeredAt(
  path: string,
  wave: number,
  {
    waves,
    depthOf,
  }: { readonly waves: readonly { readonly level: string }[]; depthOf(level: string): number },
): string {
  const level = waves[wave - 1]?.level ?? (wave === 1 ? 'community' : 'region')
  return areaAt(path, depthOf(level))
}

/** Whether a path lies in an area, both with terminators. */
export const liesIn = (path: string, area: string): boolean => path.startsWith(area)
