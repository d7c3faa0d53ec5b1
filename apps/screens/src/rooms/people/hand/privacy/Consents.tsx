import { Trans, useLingui } from '@lingui/react/macro'
import { PURPOSES, type Purpose } from '@linli/contract/privacy/words'
import { type ReactNode, useState } from 'react'
import { Button, ButtonLink, Card, ErrorSummary, StatusMark } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { hand } from '../../../../kit/routes.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { mine } from '../addresses.ts'
import type { Privacy, SectionProps } from './section.ts'

type Consent = Privacy['consents'][number]

/** What I agreed to, one card each: the whole text, and one press to agree or to take it back. */
export function Consents({ privacy, onChanged }: SectionProps) {
  return (
    <>
      <h2>
        <Trans>我同意过什么</Trans>
      </h2>
      <p>
        <Trans>每一件都单独选。撤回马上有效，不影响您求助、办事。</Trans>
      </p>
      {privacy.consents.map((consent) => (
        <OneConsent key={consent.purpose} consent={consent} onChanged={onChanged} />
      ))}
    </>
  )
}

type OneProps = { readonly consent: Consent; readonly onChanged: () => Promise<void> }

function OneConsent({ consent, onChanged }: OneProps) {
  const { t } = useLingui()
  const say = useSay()
  const setting = useCommand('setConsent')
  const words = PURPOSES[consent.purpose]
  async function decide(given: boolean) {
    const body = { purpose: consent.purpose, given, version: words.version }
    if (await setting.send({ body })) await onChanged()
  }
  return (
    <Card title={say(words)}>
      <p>{say(words.text)}</p>
      <p>
        {consent.given ? (
          <StatusMark tone="done" word={t`现在同意`} />
        ) : (
          <StatusMark tone="still" word={t`现在没有同意`} />
        )}
      </p>
      <ErrorSummary failure={setting.failure} />
      {consent.given ? (
        <>
          <p>{say(words.ends)}</p>
          <Button
            look="second"
            wide
            busy={setting.sending}
            busyWord={t`正在撤回…`}
            onPress={() => void decide(false)}
          >
            <Trans>撤回同意</Trans>
          </Button>
        </>
      ) : (
        <WayToAgree
          purpose={consent.purpose}
          agree={
            <Button
              look="second"
              wide
              busy={setting.sending}
              busyWord={t`正在保存…`}
              onPress={() => void decide(true)}
            >
              <Trans>同意</Trans>
            </Button>
          }
        />
      )}
      <History consent={consent} />
    </Card>
  )
}

/** Helping is agreed to with its choices, publication order by order; the rest by one press. */
function WayToAgree({ purpose, agree }: { readonly purpose: Purpose; readonly agree: ReactNode }) {
  if (purpose === 'helping' || purpose === 'points')
    return (
      <ButtonLink href={mine.helping.url()} look="second" wide>
        <Trans>去志愿者设置里选</Trans>
      </ButtonLink>
    )
  if (purpose === 'showing')
    return (
      <ButtonLink href={hand.myOrders.url()} look="second" wide>
        <Trans>在我的单里一张一张选</Trans>
      </ButtonLink>
    )
  return agree
}

function History({ consent }: { readonly consent: Consent }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  if (consent.history.length === 0) return null
  if (!open)
    return (
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Trans>以前怎么选的</Trans>
      </Button>
    )
  return (
    <ul>
      {consent.history.map(({ at, given, version }) => {
        const when = say(momentWords(at))
        return (
          <li key={`${at} ${given}`}>
            {given ? (
              <Trans>
                {when} 同意（第 {version} 版文字）
              </Trans>
            ) : (
              <Trans>{when} 撤回</Trans>
            )}
          </li>
        )
      })}
    </ul>
  )
}
