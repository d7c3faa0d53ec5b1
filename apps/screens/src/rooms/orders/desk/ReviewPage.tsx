import { Trans, useLingui } from '@lingui/react/macro'
import { PresetQueue } from './queue/PresetQueue.tsx'

/** 审核: somebody else looks at what was done before the requester is asked. */
export default function ReviewPage() {
  const { t } = useLingui()
  return (
    <PresetQueue
      title={t`审核`}
      lead={<Trans>承办人说办好了的单。看答复和照片，通过或者退回；自己办的单由别人审核。</Trans>}
      preset={{ state: ['handled'] }}
      empty={<Trans>没有待审核的单</Trans>}
    />
  )
}
