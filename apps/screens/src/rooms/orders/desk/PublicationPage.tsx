import { Trans, useLingui } from '@lingui/react/macro'
import { PresetQueue } from './queue/PresetQueue.tsx'

/** 晒单公开: closed orders whose requester agreed, waiting for somebody to rewrite them without personal data. */
export default function PublicationPage() {
  const { t } = useLingui()
  return (
    <PresetQueue
      title={t`晒单公开`}
      lead={<Trans>居民同意公开、还没有公开的单。隐去个人信息后再放上晒单墙。</Trans>}
      preset={{ state: ['closed'], consented: true }}
      empty={<Trans>没有等着公开的单</Trans>}
    />
  )
}
