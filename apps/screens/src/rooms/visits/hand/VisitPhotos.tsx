import { Trans, useLingui } from '@lingui/react/macro'
import { PHOTO_REASONS, type PhotoReason } from '@linli/contract/visits/words'
import { useState } from 'react'
import { call } from '../../../kit/api.ts'
import { Button, ChoiceList, ErrorSummary } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { inWords } from './inWords.ts'

const REASONS = Object.keys(PHOTO_REASONS) as PhotoReason[] // the vocabulary's keys

/** The photos of one visit. They are opened with a reason, each look is recorded, and none stays on this phone. */
export function VisitPhotos({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useLingui()
  const say = useSay()
  const [reason, setReason] = useState<PhotoReason>('visit')
  const [shown, setShown] = useState<readonly string[]>([])
  const [failure, setFailure] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  async function open() {
    setBusy(true)
    setFailure(undefined)
    try {
      const photos = await Promise.all(
        ids.map((id) => call('openVisitPhoto', { params: { id }, body: { reason } })),
      )
      setShown(photos.map(({ mediaType, base64 }) => `data:${mediaType};base64,${base64}`))
    } catch (error) {
      setFailure(inWords(error))
    }
    setBusy(false)
  }
  if (shown.length > 0)
    return (
      <ul className="plain">
        {shown.map((source, index) => (
          <li key={source}>
            <img className="visit-photo" src={source} alt={t`走访照片第 ${index + 1} 张`} />
          </li>
        ))}
      </ul>
    )
  return (
    <details className="fold">
      <summary>
        <Trans>看照片（{ids.length} 张）</Trans>
      </summary>
      <div className="stack">
        <ErrorSummary failure={failure} />
        <ChoiceList
          field="photoReason"
          label={<Trans>为什么看</Trans>}
          hint={<Trans>每次打开都会留下记录。</Trans>}
          choices={REASONS.map((value) => ({ value, label: say(PHOTO_REASONS[value]) }))}
          value={reason}
          onChange={setReason}
        />
        <Button wide look="second" busy={isBusy} busyWord={t`正在打开…`} onPress={() => void open()}>
          <Trans>打开照片</Trans>
        </Button>
      </div>
    </details>
  )
}
