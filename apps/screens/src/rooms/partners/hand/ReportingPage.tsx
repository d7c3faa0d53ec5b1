import { Trans, useLingui } from '@lingui/react/macro'
import { CONDUCT_PARTIES } from '@linli/contract/partners/words'
import type { Answer } from '../../../kit/endpoints.ts'
import { Card, CardLink, Facts, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { myPledges } from './addresses.ts'
import { FeedbackCard } from './FeedbackCard.tsx'
import { MenuCard } from './MenuCard.tsx'
import { MyCheckIn } from './MyCheckIn.tsx'
import { ReportForm } from './ReportForm.tsx'
import { factsOf } from './serviceFacts.tsx'

/** 我的报到: where one reports, the letter, cards to look at and answer, and what one did. */
export default function ReportingPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的报到`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>{() => <Mine />}</SignedIn>
    </Page>
  )
}

function Mine() {
  const query = useQuery('myReporting', {}, ['partners.'])
  const changed = () => void query.retry()
  return (
    <QueryView query={query}>
      {(mine) => {
        const { checkIn, cards, year, lists } = mine
        const stands = checkIn?.state === 'asked' || checkIn?.state === 'accepted'
        return (
          <>
            {cards.map((card) => (
              <FeedbackCard key={`${card.id}-${card.version}`} card={card} onChanged={changed} />
            ))}
            {checkIn && <MyCheckIn checkIn={checkIn} onChanged={changed} />}
            {!stands && <ReportForm mine={mine} onChanged={changed} />}
            {checkIn?.state === 'accepted' && <MenuCard />}
            {stands && (
              <Card title={<Trans>今年以来</Trans>}>
                <Facts facts={factsOf(year.facts)} />
                <p>
                  <Trans>这些是办单和值班时自动记下的，不用再填一遍，只有您自己看得到。</Trans>
                </p>
              </Card>
            )}
            <CardLink href={myPledges.url()} title={<Trans>亮身份、亮承诺</Trans>}>
              <Trans>愿意公开的，写在社区的承诺墙上，随时收回</Trans>
            </CardLink>
            <Lists lines={lists} />
          </>
        )
      }}
    </QueryView>
  )
}

/** What a member does and what nobody does; a figure stands only where the house counts it. */
function Lists({ lines }: { readonly lines: Answer<'myReporting'>['lists'] }) {
  const say = useSay()
  return (['member', 'everybody'] as const).map((party) => (
    <Card key={party} title={say(CONDUCT_PARTIES[party])}>
      <ul>
        {lines
          .filter((line) => line.party === party)
          .map(({ key, name, done }) => (
            <li key={key}>
              {say(name)}
              {done !== null && (
                <>
                  {' · '}
                  <Trans>今年 {done} 次</Trans>
                </>
              )}
            </li>
          ))}
      </ul>
    </Card>
  ))
}
