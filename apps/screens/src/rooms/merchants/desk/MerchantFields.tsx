import { Trans, useLingui } from '@lingui/react/macro'
import { InputField } from '../../../kit/desk/fields.tsx'
import { DeskField, useRead } from '../../../kit/desk/index.ts'
import { ManySelect } from '../../../kit/desk/ManySelect.tsx'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import type { MerchantDraft } from './draft.ts'

type ServicesFieldProps = {
  readonly keys: readonly string[]
  readonly error: string | undefined
  readonly onPick: (keys: string[]) => void
}

/** What the merchant does, of the services that the place knows. */
export function ServicesField({ keys, error, onPick }: ServicesFieldProps) {
  const say = useSay()
  const { data } = useRead('listMerchants', { query: {} })
  return (
    <DeskField field="services" label={<Trans>能做什么</Trans>} error={error} optional={false}>
      {(control) => (
        <ManySelect
          control={control}
          value={keys}
          options={(data?.services ?? []).map(({ key, name }) => ({ value: key, label: say(name) }))}
          onChange={onPick}
        />
      )}
    </DeskField>
  )
}

type HoursFieldsProps = {
  readonly draft: MerchantDraft
  readonly errors: readonly FieldError[]
  readonly set: (some: Partial<MerchantDraft>) => void
}

/** The week as a clerk writes it: one line for weekdays and one each for the rest. */
export function HoursFields({ draft, errors, set }: HoursFieldsProps) {
  const bind = (field: 'weekdays' | 'saturday' | 'sunday' | 'holidays') => ({
    field,
    value: draft[field],
    error: errorOf(errors, field),
    onChange: (value: string) => set({ [field]: value }),
  })
  return (
    <>
      <InputField
        {...bind('weekdays')}
        label={<Trans>周一到周五几点开</Trans>}
        hint={<Trans>照这样写：08:00-12:00 14:00-20:00；不写就是不开。</Trans>}
      />
      <InputField {...bind('saturday')} label={<Trans>周六</Trans>} />
      <InputField {...bind('sunday')} label={<Trans>周日</Trans>} />
      <InputField {...bind('holidays')} label={<Trans>法定节假日</Trans>} />
    </>
  )
}

/** What is wrong with each field, in words. */
export function useSentences(): Partial<Record<keyof MerchantDraft, string>> {
  const { t } = useLingui()
  const hours = t`看不懂，请写成 08:00-12:00 14:00-20:00`
  return {
    name: t`请填名称`,
    path: t`请选在哪个社区`,
    address: t`请填地址，写到门牌`,
    position: t`请填“经度,纬度”，例如 115.892151,28.676493`,
    services: t`请选能做什么`,
    weekdays: hours,
    saturday: hours,
    sunday: hours,
    holidays: hours,
  }
}
