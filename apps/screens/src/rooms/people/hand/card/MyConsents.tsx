import { Trans, useLingui } from '@lingui/react/macro'
import { CONSENT_KINDS, CONSENT_STATES, CONSENT_WAYS } from '@linli/contract/cards/words'
import { useState } from 'react'
import { Button, Card, Dialog, ErrorSummary, Facts, Notice } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { MyCard } from './myCard.ts'

type Consent = MyCard['consents'][number]
type Props = { readonly card: MyCard; readonly onChanged: () => Promise<void> }
type OneProps = Omit<Props, 'card'> & { readonly consent: Consent; readonly help?: string | undefined }

/** What I am asked, and what I have agreed to: each by itself, each taken back by one press. */
export function MyConsents({ card, onChanged }: Props) {
  const waiting = card.consents.filter(({ state }) => state === 'waiting')
  const given = card.consents.filter(({ state }) => state === 'given')
  const helpOf = (id: string) => card.tags.find(({ consentId }) => consentId === id)?.help ?? undefined
  return (
    <>
      {waiting.map((consent) => (
        <Asked key={consent.id} consent={consent} onChanged={onChanged} />
      ))}
      {given.map((consent) => (
        <Given key={consent.id} consent={consent} help={helpOf(consent.id)} onChanged={onChanged} />
      ))}
      <Ended consents={card.consents} />
    </>
  )
}

function Asked({ consent, onChanged }: OneProps) {
  const { t } = useLingui()
  const say = useSay()
  const answering = useCommand('answerConsent')
  if (consent.kind === null) return null
  const words = CONSENT_KINDS[consent.kind]
  const answer = async (given: boolean) => {
    if (await answering.send({ params: { id: consent.id }, body: { given } })) await onChanged()
  }
  const name = consent.personName
  const kind = say(words)
  return (
    <Card title={<Trans>想问您同不同意：记下“{kind}”</Trans>}>
      <p>{say(words.text)}</p>
      <Facts
        facts={[
          [t`谁的`, name],
          [t`为什么`, consent.why ?? ''],
          [t`谁问的`, say(consent.askedBy)],
          [t`记到哪天`, consent.until],
        ]}
      />
      <p>
        <Trans>不同意也没关系，不影响您办任何事。</Trans>
      </p>
      <ErrorSummary failure={answering.failure} />
      <div className="stack">
        <Button wide busy={answering.sending} busyWord={t`正在保存…`} onPress={() => void answer(true)}>
          <Trans>同意</Trans>
        </Button>
        <Button look="second" wide onPress={() => void answer(false)}>
          <Trans>不同意</Trans>
        </Button>
      </div>
    </Card>
  )
}

function Given({ consent, help, onChanged }: OneProps) {
  const { t } = useLingui()
  const say = useSay()
  const [asked, setAsked] = useState(false)
  const withdrawing = useCommand('withdrawConsent')
  if (consent.kind === null) return null
  const words = CONSENT_KINDS[consent.kind]
  async function withdraw() {
    const done = await withdrawing.send({ params: { id: consent.id }, body: {} })
    setAsked(false)
    if (done) await onChanged()
  }
  const kind = say(words)
  return (
    <Card title={<Trans>您同意记下的：{kind}</Trans>}>
      <Facts
        facts={[
          [t`谁的`, consent.personName],
          [t`为什么`, consent.why ?? ''],
          ...(help ? [[t`上门时怎么帮`, help] as const] : []),
          [t`谁问的`, say(consent.askedBy)],
          [t`怎么同意的`, say(CONSENT_WAYS[consent.way])],
          ...(consent.pressedAt ? [[t`什么时候按的`, say(momentWords(consent.pressedAt))] as const] : []),
          ...(consent.present ? [[t`还有谁在场`, say(consent.present)] as const] : []),
          [t`记到哪天`, consent.until],
          [t`现在`, consent.used ? t`已经记在卡上` : t`还没有记上`],
        ]}
      />
      <ErrorSummary failure={withdrawing.failure} />
      <Button look="second" wide onPress={() => setAsked(true)}>
        <Trans>撤回同意</Trans>
      </Button>
      <Dialog open={asked} title={<Trans>撤回同意？</Trans>} onClose={() => setAsked(false)}>
        <p>{say(words.ends)}</p>
        <div className="stack">
          <Button wide busy={withdrawing.sending} busyWord={t`正在撤回…`} onPress={() => void withdraw()}>
            <Trans>撤回，马上删掉</Trans>
          </Button>
          <Button look="second" wide onPress={() => setAsked(false)}>
            <Trans>先不撤回</Trans>
          </Button>
        </div>
      </Dialog>
    </Card>
  )
}

/** Only that it was asked: what it was about is gone. */
function Ended({ consents }: { readonly consents: readonly Consent[] }) {
  const say = useSay()
  const over = consents.filter(({ state }) => state !== 'waiting' && state !== 'given')
  if (over.length === 0) return null
  return (
    <Notice tone="calm" title={<Trans>以前问过、现在不记的</Trans>}>
      <ul>
        {over.map((one) => (
          <li key={one.id}>
            {say(momentWords(one.askedAt))} · {say(CONSENT_STATES[one.state])}
            {one.state === 'expired' ? '' : <Trans>，内容已经删掉</Trans>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
