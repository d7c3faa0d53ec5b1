import { Trans, useLingui } from '@lingui/react/macro'
import { Card, Empty, Page, QueryView } from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { AskedCard } from './AskedCard.tsx'
import { CalendarCard } from './CalendarCard.tsx'
import { DutyCard } from './DutyCard.tsx'
import { MonthCard } from './MonthCard.tsx'
import { StandingCard } from './StandingCard.tsx'
import { SwapCard } from './SwapCard.tsx'

/** 我的值班: what waits for an answer, one's own duties, and what colleagues would give away. */
export default function MyDutiesPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的值班`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>{() => <Mine />}</SignedIn>
    </Page>
  )
}

function Mine() {
  const query = useQuery('myDuties', {}, ['duties.'])
  const changed = () => void query.retry()
  return (
    <QueryView query={query}>
      {({ asked, duties, swaps, standing }) => (
        <>
          {asked.map((roster) => (
            <AskedCard key={roster.id} roster={roster} onChanged={changed} />
          ))}
          <MonthCard duties={duties} />
          {duties.map((duty) => (
            <DutyCard key={duty.id} duty={duty} onChanged={changed} />
          ))}
          {swaps.length > 0 && (
            <Card title={<Trans>同事求换班</Trans>}>
              {swaps.map((swap) => (
                <SwapCard key={swap.id} swap={swap} onChanged={changed} />
              ))}
            </Card>
          )}
          {standing.map((one) => (
            <StandingCard key={one.id} standing={one} onChanged={changed} />
          ))}
          {duties.length > 0 && <CalendarCard />}
          {asked.length + duties.length + swaps.length + standing.length === 0 && (
            <Empty title={<Trans>现在没有您的值班</Trans>}>
              <p>
                <Trans>社区需要人手时会先问您，您答应了才会排班。</Trans>
              </p>
            </Empty>
          )}
        </>
      )}
    </QueryView>
  )
}
