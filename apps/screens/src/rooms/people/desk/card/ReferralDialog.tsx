import { Trans, useLingui } from '@lingui/react/macro'
import {
  REFERRAL_GROUNDS,
  REFERRAL_KINDS,
  REFERRAL_PLACES,
  type ReferralGround,
  type ReferralKind,
  type ReferralPlace,
} from '@linli/contract/cards/words'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { ChoiceField, SelectField } from '../../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { OpenedCard } from './openedCard.ts'

type DialogProps = { readonly card: OpenedCard; readonly onClose: () => void; readonly onDone: () => void }
const within = <Code extends string>(
  vocabulary: { readonly [code in Code]: unknown },
  value: string | undefined,
): Code | undefined => (value !== undefined && Object.hasOwn(vocabulary, value) ? (value as Code) : undefined) // a key of the vocabulary

/** Whom somebody was led to, and why it was right to; no field for more. */
export function ReferralDialog({ card, onClose, onDone }: DialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [personId, setPersonId] = useState(card.members[0]?.personId)
  const [kind, setKind] = useState<ReferralKind>('referral')
  const [to, setTo] = useState<ReferralPlace>()
  const [ground, setGround] = useState<ReferralGround>('asked')
  const [checked, setChecked] = useState(false)
  const { send, sending, failure } = useCommand('recordReferral')
  const error = checked && !to ? t`请选择转给谁` : undefined
  async function record() {
    setChecked(true)
    if (!personId || !to) return
    if (await send({ params: { id: card.householdId }, body: { personId, kind, to, ground } })) onDone()
  }
  return (
    <FormDialog
      title={t`记一次转介或交接`}
      ok={t`记下`}
      errors={error ? [{ field: 'to', message: error }] : undefined}
      failure={failure}
      busy={sending}
      onSubmit={() => void record()}
      onClose={onClose}
    >
      <SelectField
        field="personId"
        label={<Trans>谁</Trans>}
        options={card.members.map(({ personId: value, name }) => ({ value, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
      <ChoiceField
        field="kind"
        label={<Trans>种类</Trans>}
        options={optionsOf(REFERRAL_KINDS, say)}
        value={kind}
        onChange={(value) => setKind(within(REFERRAL_KINDS, value) ?? 'referral')}
      />
      <SelectField
        field="to"
        label={<Trans>转给谁</Trans>}
        hint={<Trans>只记转给谁、什么时候、办完没有，不记病情。</Trans>}
        options={optionsOf(REFERRAL_PLACES, say)}
        error={error}
        value={to}
        onChange={(value) => setTo(within(REFERRAL_PLACES, value))}
      />
      <ChoiceField
        field="ground"
        label={<Trans>依据</Trans>}
        options={optionsOf(REFERRAL_GROUNDS, say)}
        value={ground}
        onChange={(value) => setGround(within(REFERRAL_GROUNDS, value) ?? 'asked')}
      />
    </FormDialog>
  )
}
