import { Trans, useLingui } from '@lingui/react/macro'
import { RESULTS } from '@linli/contract/orders/words'
import { useState } from 'react'
import { newKey } from '../../../../kit/api.ts'
import { useDraft } from '../../../../kit/drafts.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { ChoiceList, type Photo, PhotoField, TextArea, TextField } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { uploadPhoto } from '../files.ts'
import { sentIds, unsentPhotos } from '../photoList.ts'
import { StepForm } from '../StepForm.tsx'
import type { TaskFormProps } from './ContactedForm.tsx'
import { type HowChoice, HowContacted } from './HowContacted.tsx'

const RESOLVED = ['solved', 'partlySolved', 'notSolved'] as const
type Draft = {
  readonly resolved: (typeof RESOLVED)[number]
  readonly reply: string
  readonly reason: string
  readonly confirmed: 'yes' | 'no' | null
}
const EMPTY: Draft = { resolved: 'solved', reply: '', reason: '', confirmed: null }

type HandleFormProps = TaskFormProps & {
  /** `selfHandle` closes it on the evidence: it is solved, so the result is not asked. */
  readonly verb: 'handleOrder' | 'selfHandle'
}

/** 办好了 and 自办自结: the reply, the result, and exactly the evidence that the item asks for. */
export function HandleForm({ order, verb, onDone, onClose }: HandleFormProps) {
  const { t } = useLingui()
  const say = useSay()
  const [draft, change, clear] = useDraft(`handle ${order.id}`, EMPTY)
  const [before, setBefore] = useState<readonly Photo[]>([])
  const [after, setAfter] = useState<readonly Photo[]>([])
  const [contacted, setContacted] = useState<HowChoice>()
  const handling = useCommand('handleOrder')
  const closing = useCommand('selfHandle')
  const step = verb === 'handleOrder' ? handling : closing
  const asksResult = verb === 'handleOrder'
  const needs = (evidence: (typeof order.evidenceNeeded)[number]) => order.evidenceNeeded.includes(evidence)
  const asksContact = needs('contact') && order.contactedAt === null
  const asksTruth = asksResult && (order.kind === 'complaint' || order.kind === 'report')
  const waiting = t`照片还没有传好，请等一下，或者删掉它`
  const errors = [
    ...(draft.reply.trim() === '' ? [{ field: 'reply', message: t`请写一句办得怎么样` }] : []),
    ...(asksResult && draft.resolved !== 'solved' && draft.reason.trim() === ''
      ? [{ field: 'reason', message: t`请写没有全办好的原因` }]
      : []),
    ...(asksContact && !contacted ? [{ field: 'contacted', message: t`请选怎么联系的` }] : []),
    ...(needs('beforePhoto') && before.length === 0
      ? [{ field: 'beforePhotos', message: t`这件事要一张办理前的照片` }]
      : unsentPhotos('beforePhotos', before, waiting)),
    ...(needs('afterPhoto') && after.length === 0
      ? [{ field: 'afterPhotos', message: t`这件事要一张办理后的照片` }]
      : unsentPhotos('afterPhotos', after, waiting)),
  ]

  async function send() {
    const params = { id: order.id }
    const shown = {
      version: order.version,
      reply: draft.reply.trim(),
      beforePhotos: sentIds(before),
      afterPhotos: sentIds(after),
      ...(contacted ? { contacted } : {}),
    }
    const outcome = {
      resolved: draft.resolved,
      ...(draft.resolved === 'solved' ? {} : { reason: draft.reason.trim() }),
      ...(draft.confirmed === null ? {} : { confirmed: draft.confirmed === 'yes' }),
    }
    const sent = asksResult
      ? await handling.send({ params, body: { ...shown, ...outcome } })
      : await closing.send({ params, body: shown })
    if (!sent) return
    clear()
    await onDone()
    onClose()
  }

  const photos = { upload: uploadPhoto, newKey, most: 9 }
  return (
    <StepForm
      label={asksResult ? <Trans>办好了，交上去</Trans> : <Trans>办好了，结案</Trans>}
      busyWord={t`正在交…`}
      sending={step.sending}
      failure={step.failure}
      errors={errors}
      onSend={send}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <TextArea
            field="reply"
            label={<Trans>办得怎么样，写给诉求人看</Trans>}
            hint={<Trans>例如：换了新灯泡，已经试亮</Trans>}
            maxLength={4000}
            value={draft.reply}
            onChange={(reply) => change({ reply })}
            error={errorOf(shown, 'reply')}
          />
          {asksResult && (
            <ChoiceList
              field="resolved"
              label={<Trans>解决了吗</Trans>}
              value={draft.resolved}
              onChange={(resolved) => change({ resolved })}
              choices={RESOLVED.map((value) => ({ value, label: say(RESULTS[value]) }))}
            />
          )}
          {asksResult && draft.resolved !== 'solved' && (
            <TextField
              field="reason"
              label={<Trans>没有全办好的原因</Trans>}
              maxLength={500}
              value={draft.reason}
              onChange={(reason) => change({ reason })}
              error={errorOf(shown, 'reason')}
            />
          )}
          {asksContact && (
            <HowContacted
              field="contacted"
              value={contacted}
              onChange={setContacted}
              error={errorOf(shown, 'contacted')}
            />
          )}
          {asksTruth && (
            <ChoiceList
              field="confirmed"
              label={<Trans>反映的情况属实吗</Trans>}
              optional
              compact
              value={draft.confirmed ?? undefined}
              onChange={(confirmed) => change({ confirmed })}
              choices={[
                { value: 'yes', label: <Trans>属实</Trans> },
                { value: 'no', label: <Trans>不属实</Trans> },
              ]}
            />
          )}
          {needs('beforePhoto') && (
            <PhotoField
              {...photos}
              field="beforePhotos"
              label={<Trans>办理前的照片</Trans>}
              photos={before}
              onChange={setBefore}
              error={errorOf(shown, 'beforePhotos')}
            />
          )}
          <PhotoField
            {...photos}
            field="afterPhotos"
            label={<Trans>办理后的照片</Trans>}
            optional={!needs('afterPhoto')}
            photos={after}
            onChange={setAfter}
            error={errorOf(shown, 'afterPhotos')}
          />
        </>
      )}
    </StepForm>
  )
}
