import { Trans, useLingui } from '@lingui/react/macro'
import { Button, ErrorSummary } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import type { Mine } from './takeAlong.ts'

type OpenDaysProps = { readonly days: Mine['open'][number]; readonly onChanged: () => void }

/** Days that a carer hands over: the first who takes them has them. */
export function OpenDays({ days, onChanged }: OpenDaysProps) {
  const { t } = useLingui()
  const { send, sending, failure } = useCommand('takeStandIn')
  async function take() {
    await send({ params: { id: days.id }, body: {} })
    onChanged()
  }
  return (
    <>
      <p>
        <Trans>
          {days.areaName}：{days.from} 到 {days.to}，替 {days.carer}
        </Trans>
      </p>
      <ErrorSummary failure={failure} />
      <Button look="second" busy={sending} busyWord={t`正在发送…`} onPress={() => void take()}>
        <Trans>我来替班</Trans>
      </Button>
    </>
  )
}
