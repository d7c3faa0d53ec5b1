import { Trans, useLingui } from '@lingui/react/macro'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { DeskField } from '../../../kit/desk/index.ts'
import { ManySelect } from '../../../kit/desk/ManySelect.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'

export type CareDraft = {
  readonly carerId: string | undefined
  readonly deputies: readonly string[]
  readonly rhythms: readonly string[]
}
type CareFieldsProps = {
  readonly choices: Answer<'careChoices'>
  readonly draft: CareDraft
  readonly errors: readonly FieldError[]
  readonly onChange: (change: Partial<CareDraft>) => void
}

const MOST_DEPUTIES = 3

/** Who comes, who stands in and how often: the same for a new plan and a changed one. */
export function CareFields({ choices, draft, errors, onChange }: CareFieldsProps) {
  const say = useSay()
  const carers = choices.carers.map(({ personId, name, phone }) => ({
    value: personId,
    label: `${name} ${phone ?? ''}`.trim(),
  }))
  return (
    <>
      <SelectField
        field="carerId"
        label={<Trans>关爱人</Trans>}
        hint={<Trans>服务这一片的志愿者，或在这一片任职的人</Trans>}
        options={carers}
        error={errorOf(errors, 'carerId')}
        value={draft.carerId}
        onChange={(carerId) => onChange({ carerId })}
      />
      <DeskField
        field="deputies"
        label={<Trans>替班人</Trans>}
        hint={<Trans>最多三位；关爱人没联系上时先提醒他们</Trans>}
        error={undefined}
        optional
      >
        {(control) => (
          <ManySelect
            control={control}
            maxCount={MOST_DEPUTIES}
            value={draft.deputies}
            options={carers.filter(({ value }) => value !== draft.carerId)}
            onChange={(deputies) => onChange({ deputies })}
          />
        )}
      </DeskField>
      <DeskField
        field="rhythms"
        label={<Trans>多久一次</Trans>}
        hint={undefined}
        error={errorOf(errors, 'rhythms')}
        optional={false}
      >
        {(control) => (
          <ManySelect
            control={control}
            value={draft.rhythms}
            options={choices.rhythms.map(({ key, name }) => ({ value: key, label: say(name) }))}
            onChange={(rhythms) => onChange({ rhythms })}
          />
        )}
      </DeskField>
    </>
  )
}

/** What still has to be chosen. */
export function useCareFaults(): (draft: CareDraft) => FieldError[] {
  const { t } = useLingui()
  return ({ carerId, rhythms }) => [
    ...(carerId ? [] : [{ field: 'carerId', message: t`请选关爱人` }]),
    ...(rhythms.length > 0 ? [] : [{ field: 'rhythms', message: t`请选多久一次` }]),
  ]
}
