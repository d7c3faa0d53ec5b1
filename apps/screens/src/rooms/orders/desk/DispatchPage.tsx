import { Trans, useLingui } from '@lingui/react/macro'
import { PresetQueue } from './queue/PresetQueue.tsx'

/** 派单: what is accepted and has nobody yet, and what nobody has claimed. */
export default function DispatchPage() {
  const { t } = useLingui()
  return (
    <PresetQueue
      title={t`派单`}
      lead={<Trans>已受理、还没有人办的单。可以发布给志愿者抢，也可以直接派给人、队伍或单位。</Trans>}
      preset={{ state: ['accepted', 'offered'] }}
      empty={<Trans>没有等着派的单</Trans>}
    />
  )
}
