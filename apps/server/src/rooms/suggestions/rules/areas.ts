/**
 * The areas that say where an order is: those below the community, down to its own; the community where nothing narrower is
 * known. Two orders are at one place when they share one of them.
 */
export function areasOf(path: string, communityDepth: number): string[] {
  const codes = path.split('/').filter(Boolean)
  const paths = codes.map((_, at) => `/${codes.slice(0, at + 1).join('/')}/`)
  const narrow = paths.slice(communityDepth)
  return narrow.length > 0 ? narrow : paths.slice(-1)
}
