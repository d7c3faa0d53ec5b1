import { Router } from 'wouter'
import './kit/desk/desk.css'
import './kit/desk/pieces.css'
import { useNavigation } from './deskNavigation.ts'
import { AppShell } from './kit/desk/AppShell.tsx'
import { DeskProviders } from './kit/desk/DeskProviders.tsx'
import { BrokenPage, NotFoundPage } from './kit/desk/lostPages.tsx'
import { Loading } from './kit/desk/states.tsx'
import { startLive } from './kit/live.ts'
import { Pages, pagesOf } from './kit/pages.tsx'
import { onProofAsked } from './kit/proof.ts'
import type { PageRoute } from './kit/route.ts'
import { start } from './kit/start.tsx'
import { startTypeSize } from './kit/typesize.ts'
import { NoticeBell } from './rooms/notices/desk/NoticeBell.tsx'
import { NoWorkPage } from './rooms/people/desk/NoWorkPage.tsx'
import { SignedInPerson, SignInGate } from './rooms/people/desk/SignInGate.tsx'
import { useRegionName } from './rooms/people/desk/useRegionName.ts'

/** Every room brings its own pages: `rooms/<room>/desk/routes.ts` exports `routes`. */
const pages = pagesOf(
  import.meta.glob<readonly PageRoute[]>('./rooms/*/desk/routes.{ts,tsx}', { eager: true, import: 'routes' }),
)

function Desk() {
  const nav = useNavigation()
  useRegionName()
  const person = (
    <>
      {nav.length > 0 && <NoticeBell />}
      <SignedInPerson />
    </>
  )
  return (
    <AppShell nav={nav} person={person}>
      <SignInGate noWork={nav.length === 0 ? <NoWorkPage /> : undefined}>
        <Pages
          pages={pages}
          loading={<Loading />}
          notFound={<NotFoundPage />}
          broken={(error) => <BrokenPage error={error} />}
        />
      </SignInGate>
    </AppShell>
  )
}

onProofAsked(() => import('./kit/desk/ProofDialog.tsx').then(({ askProof }) => askProof()))
startTypeSize()
void start(
  <DeskProviders>
    <Router base="/desk">
      <Desk />
    </Router>
  </DeskProviders>,
).then(startLive)
