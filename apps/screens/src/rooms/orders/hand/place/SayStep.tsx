import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { newKey } from '../../../../kit/api.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { Button, ErrorSummary, PhotoField, TextArea } from '../../../../kit/hand/index.ts'
import { VoiceField } from '../../../../kit/hand/VoiceField.tsx'
import { uploadPhoto, uploadVoice } from '../files.ts'
import { unsentPhotos } from '../photoList.ts'
import { Danger } from './Danger.tsx'
import { detailOf } from './draft.ts'
import { ItemSuggestions } from './ItemSuggestions.tsx'
import { KindChoice } from './KindChoice.tsx'
import { PlainPage } from './PlainPage.tsx'
import type { Placing } from './usePlacing.ts'

type SayStepProps = { readonly placing: Placing; readonly onNext: () => void }

/** The first screen: what it is about, in words, by voice or by photo. Any one of them is enough. */
export function SayStep({ placing, onNext }: SayStepProps) {
  const { t } = useLingui()
  const { draft, change, photos, setPhotos, voice, setVoice } = placing
  const [checked, setChecked] = useState(false)
  const errors = [
    ...(detailOf(draft) === '' && photos.length === 0 && !voice
      ? [{ field: 'detail', message: t`请写一句要办的事，或者说一段话、拍一张照片` }]
      : []),
    ...unsentPhotos('photos', photos, t`照片还没有传好，请等一下；传不上去就先删掉，以后再补`),
    ...(voice && voice.state !== 'sent'
      ? [{ field: 'voice', message: t`留言还没有传好，请等一下；传不上去就先删掉，写一句也行` }]
      : []),
  ]
  const shown = checked ? errors : []

  function next(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (errors.length === 0) onNext()
  }

  return (
    <PlainPage>
      <form className="stack" noValidate onSubmit={next}>
        <ErrorSummary errors={shown} />
        <TextArea
          field="detail"
          label={<Trans>要办什么事</Trans>}
          hint={<Trans>按键盘上的话筒，说话就变成字</Trans>}
          rows={3}
          value={draft.text}
          onChange={(text) => change({ text })}
          error={errorOf(shown, 'detail')}
        />
        <Danger text={draft.text} />
        <ItemSuggestions draft={draft} change={change} />
        <VoiceField
          field="voice"
          label={<Trans>说给我们听</Trans>}
          optional
          voice={voice}
          onChange={setVoice}
          upload={uploadVoice}
          newKey={newKey}
          error={errorOf(shown, 'voice')}
        />
        <PhotoField
          field="photos"
          label={<Trans>拍给我们看</Trans>}
          optional
          most={9}
          photos={photos}
          onChange={setPhotos}
          upload={uploadPhoto}
          newKey={newKey}
          error={errorOf(shown, 'photos')}
        />
        <Button type="submit" wide>
          <Trans>下一步</Trans>
        </Button>
        <KindChoice draft={draft} change={change} />
      </form>
    </PlainPage>
  )
}
