import { useLingui } from '@lingui/react/macro'
import { lazy } from 'react'
import './kit/hand/hand.css'
import { BottomBar } from './kit/hand/BottomBar.tsx'
import { HandPages } from './kit/hand/HandPages.tsx'
import { HandShell } from './kit/hand/HandShell.tsx'
import { startLive } from './kit/live.ts'
import { startWaiting } from './kit/offline/waiting.ts'
import { pageAt } from './kit/pageAt.ts'
import { pagesOf } from './kit/pages.tsx'
import { onProofAsked } from './kit/proof.ts'
import { hand } from './kit/routes.ts'
import { start } from './kit/start.tsx'
import { startTypeSize } from './kit/typesize.ts'
import { startUnsent } from './kit/unsent.ts'

/** The addresses of every other page are a file of their own: the first page is on the phone before them. */
const loadOthers = () => import('./handPages.tsx')
const OtherPages = lazy(loadOthers)
const first = pagesOf({ orders: [pageAt(hand.home, () => import('./rooms/orders/hand/HomePage.tsx'))] })

function Hand() {
  const { t } = useLingui()
  const places = [
    { href: hand.home.url(), label: t`首页`, icon: 'home' as const },
    { href: hand.myOrders.url(), label: t`我的单`, icon: 'list' as const },
    { href: hand.claimBoard.url(), label: t`帮一把`, icon: 'heart' as const },
    { href: hand.me.url(), label: t`我的`, icon: 'person' as const },
  ]
  return (
    <HandShell bar={<BottomBar items={places} label={t`主要页面`} />}>
      <HandPages pages={first} otherwise={<OtherPages />} />
    </HandShell>
  )
}

onProofAsked(() => import('./kit/hand/ProofDialog.tsx').then(({ askProof }) => askProof()))
startTypeSize()
startUnsent()
startWaiting()
/** Once the first page stands. Without a network nothing is lost: whoever goes on asks for them again. */
const loadOthersSoon = () => setTimeout(() => void loadOthers().catch(() => undefined), 3000)

void start(<Hand />)
  .then(startLive)
  .then(loadOthersSoon)
