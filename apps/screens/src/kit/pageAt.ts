import type { ComponentType } from 'react'
import type { PageAddress, PageRoute, RouteParams } from './route.ts'

/** Joins an address with its page; the page takes exactly the parameters that stand in the address. */
export function pageAt<Pattern extends string>(
  at: PageAddress<Pattern>,
  page: () => Promise<{ default: ComponentType<{ params: RouteParams<NoInfer<Pattern>> }> }>,
): PageRoute {
  // The router hands over the names of this very pattern, which the general type of a route cannot say.
  return { at, page: page as PageRoute['page'] }
}
