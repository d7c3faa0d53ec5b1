import { Trans, useLingui } from '@lingui/react/macro'
import { PresetQueue } from './queue/PresetQueue.tsx'

/** 答复申请: returns, pauses and extensions that wait for a decision. */
export default function AsksPage() {
  const { t } = useLingui()
  return (
    <PresetQueue
      title={t`答复申请`}
      lead={<Trans>承办方申请退单、挂起、延期的单，等您答复；自己提的由别人答复。</Trans>}
      preset={{ asked: true }}
      empty={<Trans>没有等着答复的申请</Trans>}
    />
  )
}
