import { useLingui } from '@lingui/react/macro'
import './kit/hand/hand.css'
import { BottomBar } from './kit/hand/BottomBar.tsx'
import { HandShell } from './kit/hand/HandShell.tsx'
import { BrokenPage, NotFoundPage } from './kit/hand/lostPages.tsx'
import { Loading } from './kit/hand/states.tsx'
import { startLive } from './kit/live.ts'
import { startWaiting } from './kit/offline/waiting.ts'
import { Pages, pagesOf } from './kit/pages.tsx'
import { onProofAsked } from './kit/proof.ts'
import type { PageRoute } from './kit/route.ts'
import { hand } from './kit/routes.ts'
import { start } from './kit/start.tsx'
import { startTypeSize } from './kit/typesize.ts'
import { startUnsent } from './kit/unsent.ts'

/** Every room brings its own pages: `rooms/<room>/hand/routes.ts` exports `routes`. */
const pages = pagesOf(
  import.meta.glob<readonly PageRoute[]>('./rooms/*/hand/routes.{ts,tsx}', { eager: true, import: 'routes' }),
)
const known = new Set(pages.map(({ pattern }) => pattern))

function Hand() {
  const { t } = useLingui()
  const places = [
    { href: hand.home.url(), label: t`首页`, icon: 'home' as const },
    { href: hand.myOrders.url(), label: t`我的单`, icon: 'list' as const },
    { href: hand.claimBoard.url(), label: t`帮一把`, icon: 'heart' as const },
    { href: hand.me.url(), label: t`我的`, icon: 'person' as const },
  ].filter(({ href }) => known.has(href))
  return (
    <HandShell bar={places.length > 1 && <BottomBar items={places} label={t`主要页面`} />}>
      <Pages
        pages={pages}
        loading={
          <main id="main" className="page">
            <Loading />
          </main>
        }
        notFound={<NotFoundPage />}
        broken={() => <BrokenPage />}
      />
    </HandShell>
  )
}

onProofAsked(() => import('./kit/hand/ProofDialog.tsx').then(({ askProof }) => askProof()))
startTypeSize()
startUnsent()
startWaiting()
void start(<Hand />).then(startLive)
