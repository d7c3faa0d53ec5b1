import { useLingui } from '@lingui/react/macro'
import { Router } from 'wouter'
import './kit/desk/desk.css'
import './kit/desk/pieces.css'
import { AppShell, type NavGroup } from './kit/desk/AppShell.tsx'
import { DeskProviders } from './kit/desk/DeskProviders.tsx'
import { BrokenPage, NotFoundPage } from './kit/desk/lostPages.tsx'
import { Loading } from './kit/desk/states.tsx'
import { startLive } from './kit/live.ts'
import { Pages, pagesOf } from './kit/pages.tsx'
import type { PageRoute } from './kit/route.ts'
import { desk } from './kit/routes.ts'
import { start } from './kit/start.tsx'
import { startTypeSize } from './kit/typesize.ts'
import { NoticeBell } from './rooms/notices/desk/NoticeBell.tsx'
import { helpers, teams } from './rooms/people/desk/addresses.ts'
import { SignedInPerson, SignInGate } from './rooms/people/desk/SignInGate.tsx'
import { monthProof } from './rooms/points/desk/addresses.ts'

/** Every room brings its own pages: `rooms/<room>/desk/routes.ts` exports `routes`. */
const pages = pagesOf(
  import.meta.glob<readonly PageRoute[]>('./rooms/*/desk/routes.{ts,tsx}', { eager: true, import: 'routes' }),
)
const known = new Set(pages.map(({ pattern }) => pattern))

/** The ways that lead somewhere: a link whose page no room has brought is left out. */
function useNavigation(): NavGroup[] {
  const { t } = useLingui()
  const groups = [
    {
      label: t`工单`,
      items: [
        { href: desk.queue.url(), label: t`工单队列` },
        { href: desk.intake.url(), label: t`电话受理` },
        { href: desk.dispatch.url(), label: t`派单` },
        { href: desk.review.url(), label: t`审核` },
        { href: desk.followUp.url(), label: t`回访` },
        { href: desk.publication.url(), label: t`晒单公开` },
      ],
    },
    {
      label: t`人和地方`,
      items: [
        { href: desk.people.url(), label: t`人员` },
        { href: desk.posts.url(), label: t`岗位` },
        { href: helpers.url(), label: t`志愿者` },
        { href: teams.url(), label: t`服务队伍` },
        { href: desk.places.url(), label: t`区域和住户` },
        { href: desk.register.url(), label: t`名册导入` },
      ],
    },
    {
      label: t`积分和审计`,
      items: [
        { href: desk.pointRules.url(), label: t`积分规则` },
        { href: desk.ledger.url(), label: t`积分总账` },
        { href: monthProof.url(), label: t`月末核对` },
        { href: desk.audit.url(), label: t`查看记录` },
      ],
    },
  ]
  return groups
    .map(({ label, items }) => ({ label, items: items.filter(({ href }) => known.has(href)) }))
    .filter(({ items }) => items.length > 0)
}

function Desk() {
  const nav = useNavigation()
  const person = (
    <>
      <NoticeBell />
      <SignedInPerson />
    </>
  )
  return (
    <AppShell nav={nav} person={person}>
      <SignInGate>
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

startTypeSize()
void start(
  <DeskProviders>
    <Router base="/desk">
      <Desk />
    </Router>
  </DeskProviders>,
).then(startLive)
