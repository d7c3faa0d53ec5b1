import { Trans, useLingui } from '@lingui/react/macro'
import { CARD_PURPOSES, type CardPurpose, TENURES, type Tenure } from '@linli/contract/cards/words'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField, TickField } from '../../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import { Problem } from '../../../../kit/failure.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { OpenedCard } from './openedCard.ts'

type DialogProps = {
  readonly card: OpenedCard
  readonly onClose: () => void
  readonly onDone: () => void
  /** Somebody was quicker: the card is read anew, what was typed stays. */
  readonly onConflict: () => void
}
const isPurpose = (value: string | undefined): value is CardPurpose =>
  value !== undefined && Object.hasOwn(CARD_PURPOSES, value)
const isTenure = (value: string | undefined): value is Tenure =>
  value !== undefined && Object.hasOwn(TENURES, value)

/** Purpose, housing, and the notes where a consent to them stands. */
export function ChangeCardDialog({ card, onClose, onDone, onConflict }: DialogProps) {
  const { t } = useLingui()
  const say = useSay()
  // Untouched fields follow the card, also when it is read anew after a conflict.
  const [purpose, setPurpose] = useState<CardPurpose>()
  const [tenure, setTenure] = useState<Tenure>()
  const [notes, setNotes] = useState<string>()
  const [ends, setEnds] = useState(false)
  const { send, sending, failure } = useCommand('changeCard')
  const { visiting } = card
  async function save() {
    const text = notes?.trim() ?? ''
    const wantsNotes = visiting && !ends && text !== '' && text !== visiting.text
    const body = {
      version: card.version,
      ...(purpose === undefined || purpose === card.purpose ? {} : { purpose }),
      ...(tenure === undefined || tenure === card.tenure ? {} : { tenure }),
      ...(wantsNotes ? { visiting: { text, consentId: visiting.consentId } } : {}),
      ...(visiting && ends ? { visiting: null } : {}),
    }
    if (await send({ params: { id: card.householdId }, body })) onDone()
  }
  return (
    <FormDialog
      title={t`修改住户卡`}
      ok={t`保存`}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Conflict failure={failure} card={card} onConflict={onConflict} />
      <SelectField
        field="purpose"
        label={<Trans>为什么留这张卡</Trans>}
        options={optionsOf(CARD_PURPOSES, say)}
        value={purpose ?? card.purpose ?? undefined}
        onChange={(value) => setPurpose(isPurpose(value) ? value : undefined)}
      />
      <SelectField
        field="tenure"
        label={<Trans>住房</Trans>}
        options={optionsOf(TENURES, say)}
        value={tenure ?? card.tenure ?? undefined}
        onChange={(value) => setTenure(isTenure(value) ? value : undefined)}
      />
      {visiting && (
        <>
          <InputField
            field="visiting"
            label={<Trans>上门须知</Trans>}
            hint={<Trans>有狗、几楼、什么时候方便。不写病情。</Trans>}
            value={notes ?? visiting.text}
            maxLength={500}
            onChange={setNotes}
          />
          <TickField
            field="ends"
            label={<Trans>本人说不要记了：删掉上门须知，同意也一并结束</Trans>}
            value={ends}
            onChange={setEnds}
          />
        </>
      )}
    </FormDialog>
  )
}

type ConflictProps = {
  readonly failure: Error | undefined
  readonly card: OpenedCard
  readonly onConflict: () => void
}

/** What stands on the card now, beside what one was about to save. */
export function Conflict({ failure, card, onConflict }: ConflictProps) {
  const say = useSay()
  if (!(failure instanceof Problem) || failure.code !== 'cards.changed') return null
  const purpose = card.purpose ? say(CARD_PURPOSES[card.purpose]) : '—'
  const tenure = card.tenure ? say(TENURES[card.tenure]) : '—'
  return (
    <p>
      <button type="button" className="ant-btn ant-btn-default" onClick={onConflict}>
        <Trans>读取新的内容</Trans>
      </button>{' '}
      <Trans>
        卡上现在是：{purpose}，{tenure}
      </Trans>
    </p>
  )
}
