import { Trans, useLingui } from '@lingui/react/macro'
import { ASKING_WAYS, CONSENT_KINDS, type ConsentKind } from '@linli/contract/cards/words'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField, SelectField } from '../../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { OpenedCard } from './openedCard.ts'

type DialogProps = { readonly card: OpenedCard; readonly onClose: () => void; readonly onDone: () => void }
const isKind = (value: string | undefined): value is ConsentKind =>
  value !== undefined && Object.hasOwn(CONSENT_KINDS, value)
const isWay = (value: string | undefined): value is keyof typeof ASKING_WAYS =>
  value !== undefined && Object.hasOwn(ASKING_WAYS, value)

/** One thing, why, until when, and how the person says yes. */
export function AskConsentDialog({ card, onClose, onDone }: DialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [personId, setPersonId] = useState(card.members[0]?.personId)
  const [kind, setKind] = useState<ConsentKind>()
  const [why, setWhy] = useState('')
  const [until, setUntil] = useState('')
  const [way, setWay] = useState<keyof typeof ASKING_WAYS>('phone')
  const [checked, setChecked] = useState(false)
  const { send, sending, failure } = useCommand('askConsent')
  const errors = [
    ...(kind ? [] : [{ field: 'kind', message: t`请选择记什么` }]),
    ...(why.trim() ? [] : [{ field: 'why', message: t`请写为什么要记，本人会看到` }]),
    ...(until ? [] : [{ field: 'until', message: t`请选记到哪一天，最长一年` }]),
  ]
  const of = (field: string) => (checked ? errors.find((error) => error.field === field)?.message : undefined)
  const kinds = [
    { value: 'visiting', label: say(CONSENT_KINDS.visiting) },
    ...card.tagKinds.map(({ key, name }) => ({ value: key, label: say(name) })),
  ]
  async function ask() {
    setChecked(true)
    if (!personId || !kind || errors.length > 0) return
    const body = { personId, kind, why: why.trim(), until, way }
    if (await send({ params: { id: card.householdId }, body })) onDone()
  }
  return (
    <FormDialog
      title={t`征求单独同意`}
      ok={way === 'paper' ? t`已签字，记下同意` : t`发给本人`}
      errors={checked ? errors : undefined}
      failure={failure}
      busy={sending}
      onSubmit={() => void ask()}
      onClose={onClose}
    >
      <SelectField
        field="personId"
        label={<Trans>谁的</Trans>}
        options={card.members.map(({ personId: value, name }) => ({ value, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
      <SelectField
        field="kind"
        label={<Trans>记什么</Trans>}
        options={kinds}
        error={of('kind')}
        value={kind}
        onChange={(value) => setKind(isKind(value) ? value : undefined)}
      />
      {kind && <p>{say(CONSENT_KINDS[kind].text)}</p>}
      <InputField
        field="why"
        label={<Trans>为什么要记</Trans>}
        hint={<Trans>写给本人看的，一句话说清楚</Trans>}
        error={of('why')}
        value={why}
        maxLength={200}
        onChange={setWhy}
      />
      <InputField
        field="until"
        label={<Trans>记到哪天</Trans>}
        type="date"
        error={of('until')}
        value={until}
        onChange={setUntil}
      />
      <ChoiceField
        field="way"
        label={<Trans>怎么同意</Trans>}
        hint={<Trans>未满十四周岁的孩子，由监护人同意</Trans>}
        options={optionsOf(ASKING_WAYS, say)}
        value={way}
        onChange={(value) => setWay(isWay(value) ? value : 'phone')}
      />
    </FormDialog>
  )
}
