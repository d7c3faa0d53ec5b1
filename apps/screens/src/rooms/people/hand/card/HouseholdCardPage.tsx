import { Trans, useLingui } from '@lingui/react/macro'
import {
  CARD_PURPOSES,
  FAMILY_TIES,
  OPENING_REASONS,
  type OpeningReason,
  TAG_KINDS,
  TENURES,
} from '@linli/contract/cards/words'
import { CONTACT_EVERY } from '@linli/contract/people/pairingWords'
import { useState } from 'react'
import type { Answer } from '../../../../kit/endpoints.ts'
import { Button, Card, ChoiceList, ErrorSummary, Facts, Page } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import type { PageProps } from '../../../../kit/route.ts'
import { hand } from '../../../../kit/routes.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { householdCard } from '../addresses.ts'
import { SignedIn } from '../SignedIn.tsx'
import { ReferralCards } from './ReferralCards.tsx'

type Opened = { readonly reason: OpeningReason; readonly card: Answer<'openCard'> }
const REASONS = Object.keys(OPENING_REASONS) as OpeningReason[] // the vocabulary's keys

/** The card of a household in one's grid: opened with a reason, which the household reads. */
export default function HouseholdCardPage({ params }: PageProps<typeof householdCard>) {
  const { t } = useLingui()
  return (
    <Page title={t`住户卡`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>{() => <Household key={params.id} id={params.id} />}</SignedIn>
    </Page>
  )
}

function Household({ id }: { readonly id: string }) {
  const [opened, setOpened] = useState<Opened>()
  return opened ? <Shown {...opened} /> : <Reason id={id} onOpened={setOpened} />
}

type ReasonProps = { readonly id: string; readonly onOpened: (opened: Opened) => void }

function Reason({ id, onOpened }: ReasonProps) {
  const { t } = useLingui()
  const say = useSay()
  const [reason, setReason] = useState<OpeningReason>('visit')
  const opening = useCommand('openCard')
  async function open() {
    const card = await opening.send({ params: { id }, body: { reason } })
    if (card) onOpened({ reason, card })
  }
  return (
    <>
      <ErrorSummary failure={opening.failure} />
      <ChoiceList
        field="reason"
        label={<Trans>为什么打开</Trans>}
        hint={<Trans>每次打开都留记录，住户看得到是谁的岗位、为什么。</Trans>}
        value={reason}
        onChange={setReason}
        choices={REASONS.map((value) => ({ value, label: say(OPENING_REASONS[value]) }))}
      />
      <Button wide busy={opening.sending} busyWord={t`正在打开…`} onPress={() => void open()}>
        <Trans>打开住户卡</Trans>
      </Button>
    </>
  )
}

function Shown({ card, reason }: Opened) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <>
      <Card title={`${card.areaName} ${card.room}`}>
        <Facts
          facts={[
            [t`上门要注意`, card.visiting ? card.visiting.text : t`没有写`],
            [t`为什么留这张卡`, card.purpose ? say(CARD_PURPOSES[card.purpose]) : t`还没有写`],
            [t`住房`, card.tenure ? say(TENURES[card.tenure]) : t`还没有写`],
            ...card.contacts.map(
              ({ ruleName, name, every }) =>
                [say(ruleName), every ? `${name} · ${say(CONTACT_EVERY[every])}` : name] as const,
            ),
          ]}
        />
      </Card>
      <Card title={<Trans>家里有谁</Trans>}>
        {card.members.length === 0 ? (
          <p>
            <Trans>还没有登记。</Trans>
          </p>
        ) : (
          <Facts
            facts={card.members.map((one) => [
              one.tie ? say(FAMILY_TIES[one.tie]) : t`同住的人`,
              [one.name, one.phone, one.minorUntil ? t`未满十四周岁` : null].filter(Boolean).join(' · '),
            ])}
          />
        )}
      </Card>
      {card.mayOpenTags && <Tags id={card.householdId} reason={reason} />}
    </>
  )
}

/** Shown only after a press of its own, which is on record too. */
function Tags({ id, reason }: { readonly id: string; readonly reason: OpeningReason }) {
  const { t } = useLingui()
  const say = useSay()
  const opening = useCommand('openTags')
  const [shown, setShown] = useState<Answer<'openTags'>>()
  async function open() {
    setShown(await opening.send({ params: { id }, body: { reason } }))
  }
  if (!shown)
    return (
      <Card title={<Trans>单独同意才能看的</Trans>}>
        <p>
          <Trans>住户单独同意记下的情况。上门用得着再看，看了也留记录。</Trans>
        </p>
        <ErrorSummary failure={opening.failure} />
        <Button look="second" wide busy={opening.sending} busyWord={t`正在打开…`} onPress={() => void open()}>
          <Trans>查看，并留下记录</Trans>
        </Button>
      </Card>
    )
  return (
    <>
      {shown.tags.length === 0 && (
        <Card title={<Trans>单独同意才能看的</Trans>}>
          <p>
            <Trans>这一户没有。</Trans>
          </p>
        </Card>
      )}
      {shown.tags.map((tag) => (
        <Card key={tag.id} title={say(TAG_KINDS[tag.kind])}>
          <Facts
            facts={[
              [t`谁`, tag.personName],
              ...(tag.help ? [[t`上门时怎么帮`, tag.help] as const] : []),
              [t`为什么记`, tag.why],
              [t`记到哪天`, tag.until],
            ]}
          />
        </Card>
      ))}
      <ReferralCards referrals={shown.referrals} />
    </>
  )
}
