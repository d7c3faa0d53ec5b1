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

/** The community of a path; of a wider path itself. */
export const communityOf = (path: string, communityDepth: number): string => {
  const codes = path.split('/').filter(Boolean).slice(0, communityDepth)
  return codes.length === 0 ? '/' : `/${codes.join('/')}/`
}

/** Whether an item is a matter that concerns several, and no service to one home or one person. */
export const isCommon = (
  item: { readonly homeEntry: boolean; readonly grabbable: boolean } | undefined,
): boolean => item === undefined || !(item.homeEntry || item.grabbable)
