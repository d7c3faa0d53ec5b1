import { Trans, useLingui } from '@lingui/react/macro'
import type { PledgeView } from '@linli/contract/partners/pledgeShapes'
import { PLEDGE_STATES, PLEDGE_WITNESSES } from '@linli/contract/partners/words'
import { type ReactNode, useState } from 'react'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, ErrorSummary, TextArea } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type PledgeItemProps = { readonly pledge: PledgeView; readonly children?: ReactNode }

/** One promise: what, by when, and the facts of its keeping. */
export function PledgeItem({ pledge, children }: PledgeItemProps) {
  const say = useSay()
  const { words, dueOn, state, keptBy, keptOn, facts } = pledge
  return (
    <li className="stack">
      <p>
        {words} · {say(PLEDGE_STATES[state])}
        {state === 'open' && dueOn && (
          <>
            {' · '}
            <Trans>{dueOn} 前</Trans>
          </>
        )}
      </p>
      {keptBy && (
        <p className="field-hint">
          {keptOn} {say(PLEDGE_WITNESSES[keptBy])}：{facts}
        </p>
      )}
      {children}
    </li>
  )
}

type KeepFormProps = { readonly pledge: PledgeView; readonly onKept: () => void }

/** 办到了: a neighbour says what was done, in a sentence. */
export function KeepForm({ pledge, onKept }: KeepFormProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [facts, setFacts] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('keepPledge')
  const field = `facts-${pledge.id}`
  const errors = tried && facts.trim() === '' ? [{ field, message: t`请写做了什么、什么时候` }] : []

  async function keep() {
    setTried(true)
    if (facts.trim() === '') return
    if (await send({ params: { id: pledge.id }, body: { facts: facts.trim() } })) onKept()
  }
  if (!open)
    return (
      <Button look="second" onPress={() => setOpen(true)}>
        <Trans>我看到办到了</Trans>
      </Button>
    )
  return (
    <div className="stack">
      <ErrorSummary errors={errors} failure={failure} />
      <TextArea
        field={field}
        label={<Trans>做了什么、什么时候</Trans>}
        hint={<Trans>只写事实，不写别人的名字和住处。写了大家都能看到，不显示是谁写的。</Trans>}
        rows={3}
        maxLength={300}
        value={facts}
        error={errorOf(errors, field)}
        onChange={setFacts}
      />
      <Button wide busy={sending} busyWord={t`正在发送…`} onPress={() => void keep()}>
        <Trans>确认办到了</Trans>
      </Button>
    </div>
  )
}
