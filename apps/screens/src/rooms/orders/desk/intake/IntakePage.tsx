import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button } from 'antd'
import { type FormEvent, type KeyboardEvent, useCallback, useState } from 'react'
import { Link } from 'wouter'
import { DeskPage, ErrorSummary, Panel } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { errorOf, fieldId } from '../../../../kit/fieldIds.ts'
import { desk } from '../../../../kit/routes.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { dangerNumbers } from '../../hand/place/danger.ts'
import '../orders.css'
import { Fills } from '../../../ledgers/desk/Fills.tsx'
import { WordsPanel } from '../../../suggestions/desk/WordsPanel.tsx'
import { CallerPanel } from './CallerPanel.tsx'
import { IntakeForm } from './IntakeForm.tsx'
import { ReadBack } from './ReadBack.tsx'
import { bodyOf, digitsOf, isPhone, missingOf } from './sheet.ts'
import { useIntake } from './useIntake.ts'

/** 电话受理: one call is one sheet, filled in without a mouse; Ctrl+Enter saves it and the next sheet is open. */
export default function IntakePage() {
  const { t } = useLingui()
  const { intake, change, next } = useIntake()
  const [checked, setChecked] = useState(false)
  const [saved, setSaved] = useState<{ id: string; number: string }>()
  const placing = useCommand('placeOrder')
  const messages = {
    phone: t`号码写全再存，或者空着`,
    detail: t`请写来电人的原话`,
    path: t`请选地点，写小区或楼栋的名字来找`,
  }
  const missing = missingOf(intake)
  const errors = checked ? missing.map((field) => ({ field, message: messages[field] })) : []

  const known = useCallback(
    ({ path }: Answer<'findCaller'>) => {
      if (path) change({ path })
    },
    [change],
  )

  async function save() {
    setChecked(true)
    const body = bodyOf(intake)
    if (missing.length > 0 || !body) return
    const answer = await placing.send({ body })
    if (!answer) return
    setSaved({ id: answer.id, number: answer.number })
    setChecked(false)
    next()
    document.getElementById(fieldId('phone'))?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const saveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }

  return (
    <DeskPage
      title={t`电话受理`}
      back={{ href: desk.queue.url(), label: <Trans>工单队列</Trans> }}
      lead={<Trans>按 Tab 走到下一格，按 Ctrl+Enter 存好，接着写下一通。</Trans>}
    >
      <div role="status">
        {saved && (
          <Alert
            type="success"
            showIcon
            title={
              <>
                <Trans>已存好，单号</Trans>{' '}
                <Link href={desk.order.url({ id: saved.id })}>
                  <strong>{saved.number}</strong>
                </Link>
                <Trans>。请把单号念给来电人；下面是新的一通。</Trans>
              </>
            }
          />
        )}
      </div>
      <ErrorSummary errors={errors} failure={placing.failure} />
      <div className="order-columns">
        <Panel>
          <form noValidate onSubmit={submit} onKeyDown={saveByKey} aria-label={t`这一通`}>
            <IntakeForm intake={intake} onChange={change} errorOf={(field) => errorOf(errors, field)} />
            <Fills operation="placeOrder" ledger="orders" />
            <p className="desk-actions">
              <Button type="primary" htmlType="submit" loading={placing.sending}>
                <Trans>存好，下一通</Trans> <kbd>Ctrl+Enter</kbd>
              </Button>
            </p>
          </form>
        </Panel>
        <div>
          <Danger text={intake.detail} onEmergency={() => change({ urgency: 'emergency' })} />
          <CallerPanel phone={isPhone(intake.phone) ? digitsOf(intake.phone) : undefined} onKnown={known} />
          <WordsPanel
            text={intake.detail}
            path={intake.path}
            onPlace={({ path, room }) => change({ path, ...(room ? { address: room } : {}) })}
          />
          <ReadBack intake={intake} />
        </div>
      </div>
    </DeskPage>
  )
}

/** Words of danger to life come before everything else on the sheet. */
function Danger({ text, onEmergency }: { readonly text: string; readonly onEmergency: () => void }) {
  const { t } = useLingui()
  const numbers = dangerNumbers(text)
  if (numbers.length === 0) return null
  const which = numbers.join(t`、`)
  return (
    <Alert
      type="error"
      showIcon
      title={<Trans>听起来有危险：请来电人马上打 {which}，或者您替他打。</Trans>}
      action={
        <Button danger onClick={onEmergency}>
          <Trans>定为“急”</Trans>
        </Button>
      }
    />
  )
}
