import { Trans, useLingui } from '@lingui/react/macro'
import { changeTypeSize, TYPE_SIZES, type TypeSize, useTypeSize } from '../typesize.ts'
import { ChoiceList } from './ChoiceList.tsx'

/** 大字版: the size of everything, remembered on this device. */
export function TypeSizeChoice() {
  const size = useTypeSize()
  const { t } = useLingui()
  const words: Record<TypeSize, string> = {
    18: t`标准字`,
    22: t`大字`,
    26: t`长辈版 大字`,
    30: t`长辈版 特大字`,
  }
  return (
    <ChoiceList
      field="typeSize"
      label={<Trans>字的大小</Trans>}
      compact
      value={String(size)}
      onChange={(value) => {
        const chosen = TYPE_SIZES.find((one) => String(one) === value)
        if (chosen) changeTypeSize(chosen)
      }}
      choices={TYPE_SIZES.map((one) => ({ value: String(one), label: words[one] }))}
    />
  )
}
