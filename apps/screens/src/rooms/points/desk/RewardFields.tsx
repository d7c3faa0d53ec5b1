import { Trans, useLingui } from '@lingui/react/macro'
import { InputField } from '../../../kit/desk/fields.tsx'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { faultsOf, type RewardDraft } from './rewardDraft.ts'

type RewardFieldsProps = {
  readonly draft: RewardDraft
  readonly onChange: (draft: RewardDraft) => void
  readonly errors: readonly FieldError[]
  /** Only an offset of a fee has points that must stay. */
  readonly hasBase: boolean
}

/** The terms of a reward: name, points, the merchant's price, limits, end. */
export function RewardFields({ draft, onChange, errors, hasBase }: RewardFieldsProps) {
  const bind = (field: keyof RewardDraft) => ({
    field,
    value: draft[field],
    error: errorOf(errors, field),
    onChange: (value: string) => onChange({ ...draft, [field]: value }),
  })
  return (
    <>
      <InputField {...bind('zh')} label={<Trans>名称</Trans>} maxLength={40} />
      <InputField {...bind('en')} label={<Trans>英文名称</Trans>} maxLength={80} />
      <InputField {...bind('points')} label={<Trans>一份要几分</Trans>} inputMode="numeric" />
      <InputField
        {...bind('yuan')}
        label={<Trans>一份付给商户多少元</Trans>}
        hint={<Trans>按合同填，例如 9.90。居民看不到这个数。</Trans>}
      />
      {hasBase && (
        <InputField
          {...bind('base')}
          label={<Trans>须留积分</Trans>}
          hint={<Trans>只有超过它的积分可以抵扣；没有就填 0。</Trans>}
          inputMode="numeric"
        />
      )}
      <InputField
        {...bind('monthlyLimit')}
        label={<Trans>每人每月最多几份</Trans>}
        hint={<Trans>不填就不限。</Trans>}
        optional
        inputMode="numeric"
      />
      <InputField
        {...bind('lastDay')}
        label={<Trans>兑到哪天（含）</Trans>}
        hint={<Trans>不填就一直在货架上。</Trans>}
        optional
        type="date"
      />
    </>
  )
}

/** What is wrong with a draft, said beside its fields. */
export function useFaults(draft: RewardDraft): FieldError[] {
  const { t } = useLingui()
  return faultsOf(draft, {
    zh: t`请填名称`,
    en: t`请填英文名称`,
    points: t`请填 1 以上的整数，例如 99`,
    yuan: t`请填金额，最多两位小数，例如 9.90`,
    base: t`请填 0 以上的整数`,
    monthlyLimit: t`请填 1 以上的整数，或者不填`,
  })
}
