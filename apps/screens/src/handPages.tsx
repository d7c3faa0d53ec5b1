import { HandPages } from './kit/hand/HandPages.tsx'
import { NotFoundPage } from './kit/hand/lostPages.tsx'
import { pagesOf } from './kit/pages.tsx'
import type { PageRoute } from './kit/route.ts'

/** Every room brings its own pages: `rooms/<room>/hand/routes.ts` exports `routes`. */
const pages = pagesOf(
  import.meta.glob<readonly PageRoute[]>('./rooms/*/hand/routes.{ts,tsx}', { eager: true, import: 'routes' }),
)

/** Every page of hand but the first. */
export default function OtherPages() {
  return <HandPages pages={pages} otherwise={<NotFoundPage />} />
}
