import { Trans, useLingui } from '@lingui/react/macro'
import { FAMILY_TIES, type FamilyTie } from '@linli/contract/cards/words'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { Conflict } from './ChangeCardDialog.tsx'
import type { OpenedCard } from './openedCard.ts'

type DialogProps = {
  readonly card: OpenedCard
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onConflict: () => void
}
const isTie = (value: string | undefined): value is FamilyTie =>
  value !== undefined && Object.hasOwn(FAMILY_TIES, value)

/** One member's relation; for a child under fourteen also who speaks for it, and until when. */
export function MembersDialog({ card, onClose, onDone, onConflict }: DialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [personId, setPersonId] = useState(card.members[0]?.personId)
  const member = card.members.find((one) => one.personId === personId)
  const [tie, setTie] = useState(member?.tie ?? undefined)
  const [guardianId, setGuardianId] = useState(member?.guardianId ?? undefined)
  const [minorUntil, setMinorUntil] = useState(member?.minorUntil ?? '')
  const [checked, setChecked] = useState(false)
  const { send, sending, failure } = useCommand('changeCard')
  const people = card.members.map(({ personId: value, name }) => ({ value, label: name }))
  function choose(id: string | undefined) {
    const chosen = card.members.find((one) => one.personId === id)
    setPersonId(id)
    setTie(chosen?.tie ?? undefined)
    setGuardianId(chosen?.guardianId ?? undefined)
    setMinorUntil(chosen?.minorUntil ?? '')
  }
  const error = checked && !tie ? t`请选择关系` : undefined
  async function save() {
    setChecked(true)
    if (!personId || !tie) return
    const entry = { personId, tie, guardianId: guardianId ?? null, minorUntil: minorUntil || null }
    const body = { version: card.version, members: [entry] }
    if (await send({ params: { id: card.householdId }, body })) onDone()
  }
  return (
    <FormDialog
      title={t`写明关系和监护人`}
      ok={t`保存`}
      errors={error ? [{ field: 'tie', message: error }] : undefined}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Conflict failure={failure} card={card} onConflict={onConflict} />
      <SelectField
        field="personId"
        label={<Trans>成员</Trans>}
        options={people}
        value={personId}
        onChange={choose}
      />
      <SelectField
        field="tie"
        label={<Trans>和户主的关系</Trans>}
        options={optionsOf(FAMILY_TIES, say)}
        error={error}
        value={tie}
        onChange={(value) => setTie(isTie(value) ? value : undefined)}
      />
      <SelectField
        field="guardianId"
        label={<Trans>监护人</Trans>}
        hint={<Trans>只给未满十四周岁的孩子填：同户的成年人</Trans>}
        optional
        options={people.filter(({ value }) => value !== personId)}
        value={guardianId}
        onChange={setGuardianId}
      />
      <InputField
        field="minorUntil"
        label={<Trans>满十四周岁的日期</Trans>}
        type="date"
        optional
        value={minorUntil}
        onChange={setMinorUntil}
      />
    </FormDialog>
  )
}
