import { Trans, useLingui } from '@lingui/react/macro'
import { CALL_OUTCOMES, type CallOutcome } from '@linli/contract/devices/words'
import { Button } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { deadline } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'
import type { Press } from './pressAnswer.ts'

type Props = { readonly press: Press; readonly onChanged: () => void }

/** What the call found, one button each; danger and silence first. */
export function CallBack({ press, onChanged }: Props) {
  const say = useSay()
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const take = useCommand('takePress')
  const end = useCommand('endPress')
  const raise = useCommand('raisePress')
  const { id, version, nextAt, takenBy } = press
  const params = { id }
  const after = async (done: Promise<unknown>) => {
    if (await done) onChanged()
  }
  const finish = (outcome: CallOutcome) => after(end.send({ params, body: { version, outcome } }))
  return (
    <Panel title={<Trans>回拨的结果</Trans>}>
      {nextAt && (
        <p>
          <Trans>{say(deadline(nextAt, now).words)} 还没有结果，会自动转紧急。</Trans>
        </p>
      )}
      <ErrorSummary failure={take.failure ?? end.failure ?? raise.failure} />
      <div className="desk-actions">
        {!takenBy && (
          <Button
            type="primary"
            size="large"
            loading={take.sending}
            onClick={() => void after(take.send({ params, body: { version } }))}
          >
            <Trans>我来回拨</Trans>
          </Button>
        )}
        <Button
          danger
          type="primary"
          size="large"
          loading={raise.sending}
          onClick={() => void after(raise.send({ params, body: { cause: 'danger' } }))}
        >
          <Trans>有危险，请人上门</Trans>
        </Button>
        <Button
          danger
          size="large"
          loading={raise.sending}
          onClick={() => void after(raise.send({ params, body: { cause: 'silence' } }))}
        >
          <Trans>没人接，请人上门</Trans>
        </Button>
      </div>
      <div className="desk-actions">
        <Button size="large" onClick={() => setAsking(true)}>
          {say(CALL_OUTCOMES.service)}
        </Button>
        {(['falseAlarm', 'test', 'reassurance'] as const).map((outcome) => (
          <Button key={outcome} size="large" loading={end.sending} onClick={() => void finish(outcome)}>
            {say(CALL_OUTCOMES[outcome])}
          </Button>
        ))}
      </div>
      {asking && (
        <ServiceDialog
          press={press}
          onClose={() => setAsking(false)}
          onChanged={() => {
            setAsking(false)
            onChanged()
          }}
        />
      )}
    </Panel>
  )
}

function ServiceDialog({ press, onChanged, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  const [item, setItem] = useState<string>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('endPress')
  const errors = tried && !item ? [{ field: 'item', message: t`请选要什么服务` }] : []
  async function hand() {
    setTried(true)
    if (!item) return
    const body = { version: press.version, outcome: 'service' as const, item }
    if (await send({ params: { id: press.id }, body })) onChanged()
  }
  return (
    <FormDialog
      title={t`要什么服务`}
      ok={t`发布待抢`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void hand()}
      onClose={onClose}
    >
      <SelectField
        field="item"
        label={<Trans>服务</Trans>}
        hint={<Trans>选好就按这一项受理，请附近的志愿者抢单</Trans>}
        options={press.items.map(({ key, name }) => ({ value: key, label: say(name) }))}
        error={errorOf(errors, 'item')}
        value={item}
        onChange={setItem}
      />
    </FormDialog>
  )
}
