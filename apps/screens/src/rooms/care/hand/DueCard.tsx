import { Trans, useLingui } from '@lingui/react/macro'
import type { ContactOutcome } from '@linli/contract/care/words'
import { useState } from 'react'
import { Link } from 'wouter'
import { useDraft } from '../../../kit/drafts.ts'
import { Button, Card, ErrorSummary, StatusMark, TextArea, toast } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { newVisitId } from '../../../kit/offline/newVisitId.ts'
import { momentWords } from '../../../kit/time.ts'
import { sendOrKeep } from '../../../kit/unsent.ts'
import { carePlan } from './addresses.ts'
import type { Mine } from './takeAlong.ts'

type Plan = Mine['carer'][number]
type Line = Plan['lines'][number]
type DueCardProps = { readonly plan: Plan; readonly onChanged: () => void }

/** One person one cares for: what is due, each noted in one press; a finding becomes an order on the way. */
export function DueCard({ plan, onChanged }: DueCardProps) {
  const { t } = useLingui()
  const [initial] = useState({ finding: '', order: newVisitId() })
  const [draft, change, clear] = useDraft(`finding.${plan.id}`, initial)
  const [failure, setFailure] = useState<Error>()
  /** What was noted here without a network: the server will say it later. */
  const [noted, setNoted] = useState<readonly string[]>([])

  async function note(rhythm: string, outcome: ContactOutcome) {
    const finding = draft.finding.trim()
    setFailure(undefined)
    try {
      // The need first: it is somebody's, and goes its own way whatever becomes of the note.
      if (finding !== '')
        await sendOrKeep(
          'placeOrder',
          { body: orderOf(plan, draft.order, finding) },
          t`关爱时发现：${finding.slice(0, 20)}`,
        )
      const contact = {
        id: newVisitId(),
        plan: plan.id,
        rhythm,
        outcome,
        orders: finding === '' ? [] : [draft.order],
        at: new Date().toISOString(),
      }
      const sent = await sendOrKeep(
        'recordContacts',
        { body: { contacts: [contact] } },
        t`关爱联系：${plan.name}`,
      )
      clear()
      change({ finding: '', order: newVisitId() })
      toast(sent.state === 'kept' ? t`已记在手机上，有网自动发出` : t`记好了`)
      if (sent.state === 'sent') onChanged()
      else if (outcome !== 'notReached') setNoted([...noted, rhythm])
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(t`没有记成功，请再按一次`))
    }
  }
  return (
    <Card title={`${plan.name} · ${plan.areaName} ${plan.room}`}>
      <ErrorSummary failure={failure} />
      {plan.lines.map((line) => (
        <DueLine
          key={line.rhythm}
          line={line}
          isNoted={noted.includes(line.rhythm)}
          onNote={(outcome) => void note(line.rhythm, outcome)}
        />
      ))}
      <details className="fold">
        <summary>
          <Trans>发现什么要办的事</Trans>
        </summary>
        <TextArea
          field={`finding-${plan.id}`}
          optional
          rows={2}
          label={<Trans>是什么事</Trans>}
          hint={<Trans>写好后按上面的按钮，会同时变成一张工单</Trans>}
          value={draft.finding}
          onChange={(finding) => change({ finding })}
          maxLength={2000}
        />
      </details>
      <p>
        <Link href={carePlan.url({ id: plan.id })}>
          <Trans>看计划，或请人替班</Trans>
        </Link>
      </p>
    </Card>
  )
}

type DueLineProps = {
  readonly line: Line
  readonly isNoted: boolean
  readonly onNote: (outcome: ContactOutcome) => void
}

function DueLine({ line, isNoted, onNote }: DueLineProps) {
  const { t } = useLingui()
  const say = useSay()
  const due = say(momentWords(line.dueAt))
  const name = say(line.name)
  const isOpen = line.isWaiting && !isNoted
  return (
    <div className="stack">
      <p>
        <strong>{name}</strong>{' '}
        {line.isMissed && !isNoted ? (
          <StatusMark tone="late" word={t`应在 ${due} 前，还没有`} />
        ) : isNoted ? (
          <StatusMark tone="done" word={t`记好了`} />
        ) : isOpen ? (
          <Trans>{due} 前</Trans>
        ) : (
          <Trans>下一次在 {due} 前</Trans>
        )}
      </p>
      {isOpen && (
        <>
          <Button wide onPress={() => onNote('seen')}>
            <Trans>见到了</Trans>
          </Button>
          {line.needs === 'contact' && (
            <Button wide look="second" onPress={() => onNote('spoke')}>
              <Trans>通过话</Trans>
            </Button>
          )}
          <Button wide look="quiet" onPress={() => onNote('notReached')}>
            <Trans>没联系上</Trans>
          </Button>
        </>
      )}
    </div>
  )
}

/** A finding comes in by the carer's own phone, for the place where the cared-for person lives. */
const orderOf = (plan: Plan, id: string, detail: string) => ({
  id,
  channel: 'hand' as const,
  kind: 'help' as const,
  detail,
  path: plan.path,
  address: `${plan.areaName} ${plan.room}`,
})
