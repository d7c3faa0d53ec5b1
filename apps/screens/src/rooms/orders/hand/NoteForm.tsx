import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { useDraft } from '../../../kit/drafts.ts'
import type { Input } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { type Photo, PhotoField, TextArea } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { uploadPhoto } from './files.ts'
import { sentIds, unsentPhotos } from './photoList.ts'
import { StepForm } from './StepForm.tsx'

export type NoteFormProps = {
  readonly order: OrderView
  /** `addNote`: something the handlers should know; `supplementOrder`: what was asked back; `reportProgress`: how far it has come; `requestReview`: what is not accepted. */
  readonly verb: 'addNote' | 'reportProgress' | 'supplementOrder' | 'requestReview'
  readonly onDone: () => Promise<void>
  readonly onClose?: () => void
}

const EMPTY = { text: '' }

/** What a form asks, and what its button says. */
const WORDS = {
  addNote: { text: <Trans>要补充什么</Trans>, send: <Trans>补充上去</Trans> },
  supplementOrder: { text: <Trans>要补充什么</Trans>, send: <Trans>补充上去</Trans> },
  reportProgress: { text: <Trans>现在办得怎样了</Trans>, send: <Trans>报上去</Trans> },
  requestReview: { text: <Trans>哪里不服，有什么新情况</Trans>, send: <Trans>提交复核申请</Trans> },
}

/** A few words and photos on an order. What is written stays on this phone until it is sent. */
export function NoteForm({ order, verb, onDone, onClose }: NoteFormProps) {
  const { t } = useLingui()
  const [draft, change, clear] = useDraft(`${verb} ${order.id}`, EMPTY)
  const words = WORDS[verb]
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const isReview = verb === 'requestReview'
  const sending = useCommand<NoteFormProps['verb']>(verb)
  const errors = [
    ...(draft.text.trim() === '' ? [{ field: 'text', message: t`请写一句` }] : []),
    ...unsentPhotos('photos', photos, t`照片还没有传好，请等一下，或者删掉它`),
  ]

  async function send() {
    const text = draft.text.trim()
    const { version } = order
    const body = isReview ? { version, reason: text } : { version, text, photos: sentIds(photos) }
    // The body carries the contract's names for the verb; the server checks it.
    if (!(await sending.send({ params: { id: order.id }, body } as Input<typeof verb>))) return
    clear()
    await onDone()
    onClose?.()
  }

  return (
    <StepForm
      label={words.send}
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
            label={words.text}
            maxLength={2000}
            value={draft.text}
            onChange={(text) => change({ text })}
            error={errorOf(shown, 'text')}
          />
          {!isReview && (
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
          )}
        </>
      )}
    </StepForm>
  )
}
