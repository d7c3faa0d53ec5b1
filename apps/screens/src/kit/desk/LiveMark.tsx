import { useLingui } from '@lingui/react/macro'
import { useLiveState } from '../live.ts'
import { StatusMark } from '../shared/StatusMark.tsx'

/** Says in words whether what is on the screen follows by itself. */
export function LiveMark() {
  const state = useLiveState()
  const { t } = useLingui()
  if (state === 'off') return null
  return (
    <span role="status">
      {state === 'live' && <StatusMark tone="done" word={t`实时更新`} />}
      {state === 'connecting' && <StatusMark tone="waiting" word={t`正在连接`} />}
      {state === 'waiting' && <StatusMark tone="late" word={t`已断开，正在重连`} />}
    </span>
  )
}
