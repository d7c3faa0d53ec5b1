import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, Card, ErrorSummary, TextField } from '../../../kit/hand/index.ts'
import { newVisitId } from '../../../kit/offline/newVisitId.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type HandOverProps = { readonly plan: Answer<'getCare'>; readonly onChanged: () => void }

/** 请人替班: days on which somebody of the plan's stand-ins comes. */
export function HandOver({ plan, onChanged }: HandOverProps) {
  const { t } = useLingui()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [id, setId] = useState(newVisitId)
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('askStandIn')
  const errors = tried
    ? [
        ...(from ? [] : [{ field: 'from', message: t`请选从哪天起` }]),
        ...(to && to >= from ? [] : [{ field: 'to', message: t`请选到哪天，不早于开始那天` }]),
      ]
    : []
  async function ask() {
    setTried(true)
    if (!from || !to || to < from) return
    if (!(await send({ params: { id: plan.id }, body: { id, from, to } }))) return
    setTried(false)
    setFrom('')
    setTo('')
    setId(newVisitId())
    onChanged()
  }
  return (
    <Card title={<Trans>请人替班</Trans>}>
      {plan.standIns.map((one) => (
        <p key={one.id}>
          {one.from} – {one.to}：{one.takenBy ? <Trans>{one.takenBy} 来</Trans> : <Trans>还没有人接</Trans>}
        </p>
      ))}
      {plan.deputies.length === 0 ? (
        <p>
          <Trans>这份计划还没有替班人，请跟社区说一声。</Trans>
        </p>
      ) : (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void ask()
          }}
        >
          <ErrorSummary errors={errors} failure={failure} />
          <TextField
            field="from"
            kind="date"
            label={<Trans>从哪天</Trans>}
            error={errorOf(errors, 'from')}
            value={from}
            onChange={setFrom}
          />
          <TextField
            field="to"
            kind="date"
            label={<Trans>到哪天</Trans>}
            error={errorOf(errors, 'to')}
            value={to}
            onChange={setTo}
          />
          <Button type="submit" wide look="second" busy={sending} busyWord={t`正在发送…`}>
            <Trans>请人替班</Trans>
          </Button>
        </form>
      )}
    </Card>
  )
}
