import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { newKey } from '../../../../kit/api.ts'
import type { FieldError } from '../../../../kit/failure.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { type Photo, PhotoField, TextArea } from '../../../../kit/hand/index.ts'
import { type Voice, VoiceField } from '../../../../kit/hand/VoiceField.tsx'
import { uploadPhoto, uploadVoice } from '../files.ts'
import { unsentPhotos } from '../photoList.ts'
import { Danger } from './Danger.tsx'

/** What somebody tells: words, a voice note, photos. Any one of them is enough. */
export type Telling = {
  readonly text: string
  readonly setText: (text: string) => void
  readonly photos: readonly Photo[]
  readonly setPhotos: (change: (before: readonly Photo[]) => readonly Photo[]) => void
  readonly voice: Voice | undefined
  readonly setVoice: (voice: Voice | undefined) => void
}

/** What still stands in the way of sending it. @param detail the words that would be sent; empty while nothing is told */
export function useTellingErrors({ photos, voice }: Telling, detail: string): readonly FieldError[] {
  const { t } = useLingui()
  return [
    ...(detail === '' && photos.length === 0 && !voice
      ? [{ field: 'detail', message: t`请写一句要办的事，或者说一段话、拍一张照片` }]
      : []),
    ...unsentPhotos('photos', photos, t`照片还没有传好，请等一下；传不上去就先删掉`),
    ...(voice && voice.state !== 'sent'
      ? [{ field: 'voice', message: t`留言还没有传好，请等一下；传不上去就先删掉，写一句也行` }]
      : []),
  ]
}

type TellFieldsProps = {
  readonly telling: Telling
  readonly label: ReactNode
  readonly errors: readonly FieldError[]
  /** What belongs to the words: suggestions made from them. */
  readonly children?: ReactNode
}

/** The fields in which somebody tells what it is about. */
export function TellFields({ telling, label, errors, children }: TellFieldsProps) {
  const { text, setText, photos, setPhotos, voice, setVoice } = telling
  return (
    <>
      <TextArea
        field="detail"
        label={label}
        hint={<Trans>按键盘上的话筒，说话就变成字</Trans>}
        rows={3}
        value={text}
        onChange={setText}
        error={errorOf(errors, 'detail')}
      />
      <Danger text={text} />
      {children}
      <VoiceField
        field="voice"
        label={<Trans>说给我们听</Trans>}
        optional
        voice={voice}
        onChange={setVoice}
        upload={uploadVoice}
        newKey={newKey}
        error={errorOf(errors, 'voice')}
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
        error={errorOf(errors, 'photos')}
      />
    </>
  )
}
