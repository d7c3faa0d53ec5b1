import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { useDraft } from '../../../kit/drafts.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { type Photo, PhotoField, TextArea } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { uploadPhoto } from './files.ts'
import { sentIds, unsentPhotos } from './photoList.ts'
import { StepForm } from './StepForm.tsx'

export type NoteFormProps = {
  readonly order: OrderView
  /** `addNote`: something the handlers should know; `supplementOrder`: what was asked back; `reportProgress`: how far it has come. */
  readonly verb: 'addNote' | 'reportProgress' | 'supplementOrder'
  readonly onDone: () => Promise<void>
  readonly onClose?: () => void
}

const EMPTY = { text: '' }

/** A few words and photos on an order. What is written stays on this phone until it is sent. */
export function NoteForm({ order, verb, onDone, onClose }: NoteFormProps) {
  const { t } = useLingui()
  const [draft, change, clear] = useDraft(`${verb} ${order.id}`, EMPTY)
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const sending = useCommand(verb)
  const errors = [
    ...(draft.text.trim() === '' ? [{ field: 'text', message: t`请写一句` }] : []),
    ...unsentPhotos('photos', photos, t`照片还没有传好，请等一下，或者删掉它`),
  ]

  async function send() {
    const body = { version: order.version, text: draft.text.trim(), photos: sentIds(photos) }
    if (!(await sending.send({ params: { id: order.id }, body }))) return
    clear()
    await onDone()
    onClose?.()
  }

  return (
    <StepForm
      label={verb === 'reportProgress' ? <Trans>报上去</Trans> : <Trans>补充上去</Trans>}
      busyWord={t`正在发送…`}
      sending={sending.sending}
      failure={sending.failure}
      errors={errors}
      onSend={send}
      {...(onClose ? { onClose } : {})}
    >
      {(shown) => (
        <>
          <TextArea
            field="text"
            label={verb === 'reportProgress' ? <Trans>现在办得怎样了</Trans> : <Trans>要补充什么</Trans>}
            maxLength={2000}
            value={draft.text}
            onChange={(text) => change({ text })}
            error={errorOf(shown, 'text')}
          />
          <PhotoField
            field="photos"
            label={<Trans>照片</Trans>}
            optional
            most={9}
            photos={photos}
            onChange={setPhotos}
            upload={uploadPhoto}
            newKey={newKey}
            error={errorOf(shown, 'photos')}
          />
        </>
      )}
    </StepForm>
  )
}
