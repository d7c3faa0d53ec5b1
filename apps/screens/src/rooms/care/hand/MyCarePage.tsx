import { Trans, useLingui } from '@lingui/react/macro'
import { CARE_SIDES } from '@linli/contract/care/words'
import { NetworkFailure } from '../../../kit/failure.ts'
import { Card, CardLink, Empty, Notice, Page, QueryView, StatusMark } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useFace } from '../../people/hand/session.ts'
import { carePlan } from './addresses.ts'
import { DueCard } from './DueCard.tsx'
import { OpenDays } from './OpenDays.tsx'
import { useMyCare } from './takeAlong.ts'

/** 关爱: whom one cares for and what is due, what is arranged for oneself or one's child, days that wait for a stand-in. */
export default function MyCarePage() {
  const { t } = useLingui()
  return (
    <Page title={t`关爱`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <Taken />
    </Page>
  )
}

/** Without a network nobody can be asked who is signed in: what the phone took along is there all the same. */
function Taken() {
  const { data, error } = useFace()
  return !data && error instanceof NetworkFailure ? <Mine /> : <SignedIn>{() => <Mine />}</SignedIn>
}

function Mine() {
  const { t } = useLingui()
  const say = useSay()
  const query = useMyCare()
  const changed = () => void query.retry()
  return (
    <QueryView query={query}>
      {({ carer, own, open }) => (
        <>
          {query.isKept && (
            <Notice tone="calm" title={<Trans>现在没有网，这是上次取到的</Trans>}>
              <p>
                <Trans>照样可以记，有网时会自动发出。</Trans>
              </p>
            </Notice>
          )}
          {own.map(({ id, name, side, mayAnswer, endedAt, carer: who }) => (
            <CardLink
              key={id}
              href={carePlan.url({ id })}
              title={side === 'ward' ? `${say(CARE_SIDES.ward)}：${name}` : say(CARE_SIDES.mine)}
              mark={mayAnswer && <StatusMark tone="waiting" word={t`等您答复`} />}
            >
              {endedAt ? <Trans>已结束</Trans> : <Trans>由 {who} 来，打开可看多久一次、什么时候联系过</Trans>}
            </CardLink>
          ))}
          {carer.map((plan) => (
            <DueCard key={plan.id} plan={plan} onChanged={changed} />
          ))}
          {open.length > 0 && (
            <Card title={<Trans>等人替班</Trans>}>
              {open.map((days) => (
                <OpenDays key={days.id} days={days} onChanged={changed} />
              ))}
            </Card>
          )}
          {own.length + carer.length + open.length === 0 && (
            <Empty title={<Trans>现在没有关爱计划</Trans>}>
              <p>
                <Trans>想有人常来看看您或家里的孩子，可以跟社区说，您同意了才会安排。</Trans>
              </p>
            </Empty>
          )}
        </>
      )}
    </QueryView>
  )
}
