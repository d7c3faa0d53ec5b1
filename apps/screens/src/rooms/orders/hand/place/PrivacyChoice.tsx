import { Trans } from '@lingui/react/macro'
import { ManyChoiceList } from '../../../../kit/hand/index.ts'
import type { Privacy } from './draft.ts'

type PrivacyChoiceProps = {
  readonly value: readonly Privacy[]
  readonly onChange: (privacy: readonly Privacy[]) => void
}

/** 匿名 and 要求保密, each with what it means for the person who asks. */
export function PrivacyChoice({ value, onChange }: PrivacyChoiceProps) {
  return (
    <ManyChoiceList
      field="privacy"
      label={<Trans>不想让人知道是您</Trans>}
      optional
      value={value}
      onChange={onChange}
      choices={[
        {
          value: 'anonymous',
          label: <Trans>匿名</Trans>,
          hint: <Trans>办的人看不到您的姓名和电话</Trans>,
        },
        {
          value: 'confidential',
          label: <Trans>要求保密</Trans>,
          hint: <Trans>受理的人能联系您，办的人不知道是谁</Trans>,
        },
      ]}
    />
  )
}
