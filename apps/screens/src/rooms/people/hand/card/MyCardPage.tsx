import { Trans, useLingui } from '@lingui/react/macro'
import { CARD_PURPOSES, FAMILY_TIES, TENURES } from '@linli/contract/cards/words'
import { CONTACT_EVERY } from '@linli/contract/people/pairingWords'
import { Link } from 'wouter'
import { Card, Empty, Facts, Page, QueryView } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { hand } from '../../../../kit/routes.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useQuery } from '../../../../kit/useQuery.ts'
import { mine } from '../addresses.ts'
import { SignedIn } from '../SignedIn.tsx'
import { CorrectCard } from './CorrectCard.tsx'
import { MyConsents } from './MyConsents.tsx'
import type { MyCard } from './myCard.ts'
import { ReferralCards } from './ReferralCards.tsx'

/** 我家的卡: what the community keeps of my household, who looked, and everything I may change or take back. */
export default function MyCardPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`我家的卡`}
      back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}
      lead={<Trans>社区为您家留的一张卡。您能看、能改、能撤回，谁打开过也都在这里。</Trans>}
    >
      <SignedIn>{() => <Mine />}</SignedIn>
    </Page>
  )
}

function Mine() {
  const query = useQuery('getMyCard', {}, ['notices.'])
  return (
    <QueryView query={query}>
      {({ card }) =>
        card ? (
          <>
            <MyConsents card={card} onChanged={query.retry} />
            <Kept card={card} />
            <Contacts card={card} />
            <CorrectCard card={card} onChanged={query.retry} />
            <ReferralCards referrals={card.referrals} />
            <Looks card={card} />
          </>
        ) : (
          <Empty title={<Trans>您还没有登记住在哪一户</Trans>}>
            <p>
              <Trans>请联系社区登记，登记以后这里就有您家的卡。</Trans>
            </p>
          </Empty>
        )
      }
    </QueryView>
  )
}

function Kept({ card }: { readonly card: MyCard }) {
  const { t } = useLingui()
  const say = useSay()
  const until = card.keptUntil ? say(momentWords(card.keptUntil)) : undefined
  return (
    <Card title={<Trans>卡上记的</Trans>}>
      <Facts
        facts={[
          [t`住址`, `${card.areaName} ${card.room}`],
          [t`为什么留这张卡`, card.purpose ? say(CARD_PURPOSES[card.purpose]) : t`还没有写`],
          [t`住房`, card.tenure ? say(TENURES[card.tenure]) : t`还没有写`],
          [t`上门要注意`, card.visiting ? card.visiting.text : t`没有写`],
          ...card.members.map(
            (one) =>
              [
                one.isMe ? t`我自己` : one.tie ? say(FAMILY_TIES[one.tie]) : t`同住的人`,
                one.tie && one.isMe ? `${one.name}（${say(FAMILY_TIES[one.tie])}）` : one.name,
              ] as const,
          ),
          ...(until ? [[t`没人更新就删掉`, until] as const] : []),
        ]}
      />
    </Card>
  )
}

/** 联系户: who of the neighbours looks after us, and how often they promised to be in touch. */
function Contacts({ card }: { readonly card: MyCard }) {
  const { t } = useLingui()
  const say = useSay()
  if (card.contacts.length === 0) return null
  return (
    <Card title={<Trans>谁联系我家</Trans>}>
      <Facts
        facts={card.contacts.map(({ ruleName, name, fromOn, every }) => [
          say(ruleName),
          [name, every ? say(CONTACT_EVERY[every]) : null, t`从 ${fromOn} 起`].filter(Boolean).join(' · '),
        ])}
      />
      <Link href={mine.pairings.url()}>
        <Trans>不愿意？去“我的结对”说一声</Trans>
      </Link>
    </Card>
  )
}

/** What is read at one look; the rest opens at a press, so that nobody scrolls through a year of it. */
const LATEST = 5

function Looks({ card }: { readonly card: MyCard }) {
  const [latest, earlier] = [card.looks.slice(0, LATEST), card.looks.slice(LATEST)]
  return (
    <Card title={<Trans>谁打开过</Trans>}>
      {latest.length === 0 ? (
        <p>
          <Trans>还没有人打开过。</Trans>
        </p>
      ) : (
        <LookList looks={latest} />
      )}
      {earlier.length > 0 && (
        <details className="fold">
          <summary>
            <Trans>更早的 {earlier.length} 次</Trans>
          </summary>
          <LookList looks={earlier} />
        </details>
      )}
    </Card>
  )
}

function LookList({ looks }: { readonly looks: MyCard['looks'] }) {
  const say = useSay()
  return (
    <ul>
      {looks.map(({ id, at, what, who, reason }) => (
        <li key={id}>
          <strong>{say(momentWords(at))}</strong>
          <br />
          {say(who)}：{say(what)}
          {reason ? `（${reason}）` : ''}
        </li>
      ))}
    </ul>
  )
}
