import { Trans } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { EMERGENCY_SERVICES, SEEN_HOW } from '@linli/contract/devices/words'
import { Button } from 'antd'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import type { Press } from './pressAnswer.ts'

/** An emergency at the desk: who comes from outside, and the only end it has. */
export function Emergency({ press, onChanged }: { readonly press: Press; readonly onChanged: () => void }) {
  const say = useSay()
  const hand = useCommand('handOverPress')
  const see = useCommand('seePress')
  const params = { id: press.id }
  const after = async (done: Promise<unknown>) => {
    if (await done) onChanged()
  }
  return (
    <Panel title={<Trans>紧急</Trans>}>
      {press.ringAt && (
        <p role="alert">
          <strong>
            <Trans>通知的人都没有应答。请看号码，按顺序逐个打电话。</Trans>
          </strong>
        </p>
      )}
      <ErrorSummary failure={hand.failure ?? see.failure} />
      <div className="desk-actions">
        {codesOf(EMERGENCY_SERVICES).map((service) => (
          <Button
            key={service}
            size="large"
            loading={hand.sending}
            onClick={() => void after(hand.send({ params, body: { service } }))}
          >
            <Trans>已交 {say(EMERGENCY_SERVICES[service])}</Trans>
          </Button>
        ))}
      </div>
      <p>
        <Trans>见到本人，或和本人通了话，才能结束。</Trans>
      </p>
      <div className="desk-actions">
        {codesOf(SEEN_HOW).map((how) => (
          <Button
            key={how}
            type="primary"
            size="large"
            loading={see.sending}
            onClick={() => void after(see.send({ params, body: { how } }))}
          >
            {say(SEEN_HOW[how])}
          </Button>
        ))}
      </div>
    </Panel>
  )
}
