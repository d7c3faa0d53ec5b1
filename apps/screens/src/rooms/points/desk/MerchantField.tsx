import { Trans, useLingui } from '@lingui/react/macro'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { useHolds } from '../../people/desk/useHolds.ts'
import { useUnitOptions } from './useUnits.ts'

type MerchantFieldProps = {
  readonly unit: string | undefined
  readonly onPick: (unit: string | undefined) => void
}

/** Narrows a page to one merchant; who sees only the own counter has nothing to choose. */
export function MerchantField({ unit, onPick }: MerchantFieldProps) {
  const { t } = useLingui()
  const options = useUnitOptions()
  if (!useHolds('regionAdmin', 'auditor')) return null
  return (
    <SelectField
      field="merchant"
      label={<Trans>商户</Trans>}
      clearable
      placeholder={t`不限`}
      options={options}
      value={unit}
      onChange={onPick}
    />
  )
}
