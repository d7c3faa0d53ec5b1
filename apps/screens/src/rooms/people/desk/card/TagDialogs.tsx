import { Trans, useLingui } from '@lingui/react/macro'
import { CONSENT_KINDS, TAG_ENDINGS, type TagEnding } from '@linli/contract/cards/words'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { OpenedCard, OpenedTags } from './openedCard.ts'

type Closing = { readonly onClose: () => void; readonly onDone: () => void }
type Consent = OpenedTags['consents'][number]

type SetProps = Closing & { readonly household: string; readonly consent: Consent; readonly title: string }

/** What was agreed to, with how to help at the door. */
export function SetTagDialog({ household, consent, title, onClose, onDone }: SetProps) {
  const { t } = useLingui()
  const say = useSay()
  const [help, setHelp] = useState('')
  const { send, sending, failure } = useCommand('setTag')
  async function set() {
    const body = { consentId: consent.id, ...(help.trim() === '' ? {} : { help: help.trim() }) }
    if (await send({ params: { id: household }, body })) onDone()
  }
  return (
    <FormDialog
      title={title}
      ok={t`记上`}
      failure={failure}
      busy={sending}
      onSubmit={() => void set()}
      onClose={onClose}
    >
      <p>
        {consent.personName}：{consent.kind ? say(CONSENT_KINDS[consent.kind]) : ''}
      </p>
      <InputField
        field="help"
        label={<Trans>上门时怎么帮</Trans>}
        hint={<Trans>例如敲门重一点、上楼搀一把。不写病情。</Trans>}
        optional
        value={help}
        maxLength={200}
        onChange={setHelp}
      />
    </FormDialog>
  )
}

type NotesProps = Closing & { readonly card: OpenedCard; readonly consent: Consent }

/** The notes for visiting, under the consent to them. */
export function NotesDialog({ card, consent, onClose, onDone }: NotesProps) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [checked, setChecked] = useState(false)
  const { send, sending, failure } = useCommand('changeCard')
  const error = checked && text.trim() === '' ? t`请写上门要注意什么` : undefined
  async function save() {
    setChecked(true)
    if (text.trim() === '') return
    const body = { version: card.version, visiting: { text: text.trim(), consentId: consent.id } }
    if (await send({ params: { id: card.householdId }, body })) onDone()
  }
  return (
    <FormDialog
      title={t`写上门须知`}
      ok={t`记上`}
      errors={error ? [{ field: 'visiting', message: error }] : undefined}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <InputField
        field="visiting"
        label={<Trans>上门须知</Trans>}
        hint={<Trans>有狗、几楼、什么时候方便。不写病情。</Trans>}
        error={error}
        value={text}
        maxLength={500}
        onChange={setText}
      />
    </FormDialog>
  )
}

type EndProps = Closing & { readonly tag: OpenedTags['tags'][number] }
const isEnding = (value: string): value is TagEnding => Object.hasOwn(TAG_ENDINGS, value)

/** It ends, its words are gone, and so is the consent. */
export function EndTagDialog({ tag, onClose, onDone }: EndProps) {
  const { t } = useLingui()
  const say = useSay()
  const [reason, setReason] = useState<TagEnding>('withdrawn')
  const { send, sending, failure } = useCommand('endTag')
  async function end() {
    if (await send({ params: { id: tag.id }, body: { reason } })) onDone()
  }
  return (
    <FormDialog
      title={t`不再记这一项`}
      ok={t`删掉`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <p>
        <Trans>内容马上删掉，找不回来。以后要记，得重新征求同意。</Trans>
      </p>
      <ChoiceField
        field="reason"
        label={<Trans>为什么不记了</Trans>}
        options={optionsOf(TAG_ENDINGS, say)}
        value={reason}
        onChange={(value) => setReason(value && isEnding(value) ? value : 'withdrawn')}
      />
    </FormDialog>
  )
}
