import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { loadRoutes } from './endpoints.ts'
import type { PageRoute } from './route.ts'
import { ErrorBoundary } from './shared/ErrorBoundary.tsx'

type PagesProps = {
  readonly pages: readonly Page[]
  readonly loading: ReactNode
  readonly notFound: ReactNode
  readonly broken: (error: Error) => ReactNode
}

export type Page = {
  readonly pattern: string
  readonly View: ComponentType<{ params: Record<string, string> }>
}

/** How exact a pattern is: words before parameters, so that `/orders/new` is tried before `/orders/:id`. */
const exactness = (pattern: string) => pattern.replace(/:\w+/g, '~')

/** A page that may name any operation comes together with them. */
const withRoutes =
  <Module,>(page: () => Promise<Module>) =>
  async (): Promise<Module> => {
    const [module] = await Promise.all([page(), loadRoutes()])
    return module
  }

/** The routes of all rooms as lazily loaded pages, the exact ones first. */
export function pagesOf(rooms: Readonly<Record<string, readonly PageRoute[]>>): Page[] {
  return Object.values(rooms)
    .flat()
    .map(({ at, page }) => ({
      pattern: at.pattern,
      View: lazy(at.pattern === '/' ? page : withRoutes(page)),
    }))
    .sort((one, other) => (exactness(one.pattern) < exactness(other.pattern) ? -1 : 1))
}

/** Shows the page of the present address. */
export function Pages({ pages, loading, notFound, broken }: PagesProps) {
  const [address] = useLocation()
  return (
    <ErrorBoundary otherwise={broken} of={address}>
      <Suspense fallback={loading}>
        <Switch>
          {pages.map(({ pattern, View }) => (
            <Route key={pattern} path={pattern}>
              {/* another id is another page: it starts afresh */}
              {(params) => <View key={address} params={namedParams(params)} />}
            </Route>
          ))}
          <Route>{notFound}</Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
}

const namedParams = (params: object): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
