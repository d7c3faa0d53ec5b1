import { Trans, useLingui } from '@lingui/react/macro'
import { PresetQueue } from './queue/PresetQueue.tsx'

/** 答复申请: what is asked, and reviews and objections, that wait for a decision. */
export default function AsksPage() {
  const { t } = useLingui()
  return (
    <PresetQueue
      title={t`答复申请`}
      lead={
        <Trans>
          退单、挂起、延期、解释结案的申请，居民的复核和单位的异议，都在这里等答复；自己提的、自己参与过原决定的，由别人答复。
        </Trans>
      }
      preset={{ asked: true }}
      empty={<Trans>没有等着答复的申请</Trans>}
    />
  )
}
