import type { ReactNode } from 'react'
import { type Page, Pages } from '../pages.tsx'
import { BrokenPage } from './lostPages.tsx'
import { Loading } from './states.tsx'

/** Pages as hand shows them while they come, or when they break. */
export function HandPages({
  pages,
  otherwise,
}: {
  readonly pages: readonly Page[]
  readonly otherwise: ReactNode
}) {
  return (
    <Pages
      pages={pages}
      loading={
        <main id="main" className="page">
          <Loading />
        </main>
      }
      notFound={otherwise}
      broken={() => <BrokenPage />}
    />
  )
}
