import { Trans, useLingui } from '@lingui/react/macro'
import { CONTACT_EVERY } from '@linli/contract/people/pairingWords'
import { useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import { Button, Card, Empty, ErrorSummary, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from './SignedIn.tsx'

type Pair = Answer<'myPairings'>['items'][number]

/** 我的结对: whom one looks after, and who looks after one's own household. Anybody may say no. */
export default function MyPairingsPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的结对`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>{() => <Mine />}</SignedIn>
    </Page>
  )
}

function Mine() {
  const query = useQuery('myPairings', {})
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={<Trans>现在没有和您结对的</Trans>}>
            <p>
              <Trans>社区安排好了，会写在这里。您不愿意，随时可以说不。</Trans>
            </p>
          </Empty>
        ) : (
          <Sides items={items} onChanged={() => void query.retry()} />
        )
      }
    </QueryView>
  )
}

type SidesProps = { readonly items: readonly Pair[]; readonly onChanged: () => void }

/** Who looks after my household first, for that is asked most; then those whom I look after, counted. */
function Sides({ items, onChanged }: SidesProps) {
  const taken = items.filter(({ isTaker }) => isTaker)
  const count = taken.length
  const cards = (pairs: readonly Pair[]) =>
    pairs.map((pair) => <PairCard key={pair.id} pair={pair} onChanged={onChanged} />)
  return (
    <>
      {cards(items.filter(({ isTaker }) => !isTaker))}
      {count > 0 && (
        <>
          <h2>
            <Trans>我联系的（{count}）</Trans>
          </h2>
          {cards(taken)}
        </>
      )}
    </>
  )
}

function PairWords({ pair: { isTaker, unitName, name } }: { readonly pair: Pair }) {
  if (unitName !== null)
    return (
      <Trans>
        {unitName}结对：{name}
      </Trans>
    )
  return isTaker ? <Trans>您联系：{name}</Trans> : <Trans>联系您的：{name}</Trans>
}

function PairCard({ pair, onChanged }: { readonly pair: Pair; readonly onChanged: () => void }) {
  const say = useSay()
  const declining = useCommand('declinePairing')
  const [asked, setAsked] = useState(false)
  async function decline() {
    if (await declining.send({ params: { id: pair.id } })) onChanged()
  }
  return (
    <Card title={say(pair.ruleName)}>
      <p className="lead">
        <PairWords pair={pair} />
      </p>
      <p>
        <Trans>从 {pair.fromOn} 起</Trans>
        {pair.every && <>，{say(CONTACT_EVERY[pair.every])}</>}
      </p>
      <ErrorSummary failure={declining.failure} />
      {asked ? (
        <>
          <p role="status">
            <Trans>确定不结对吗？不用说理由，从今天起就结束。</Trans>
          </p>
          <Button onPress={() => void decline()} busy={declining.sending}>
            <Trans>确定不结对</Trans>
          </Button>
          <Button look="second" onPress={() => setAsked(false)}>
            <Trans>还是留着</Trans>
          </Button>
        </>
      ) : (
        <Button look="second" onPress={() => setAsked(true)}>
          <Trans>我不愿意结对</Trans>
        </Button>
      )}
    </Card>
  )
}
