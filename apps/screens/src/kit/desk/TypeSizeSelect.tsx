import { Trans, useLingui } from '@lingui/react/macro'
import { changeTypeSize, TYPE_SIZES, type TypeSize, useTypeSize } from '../typesize.ts'

/** The size of everything on desk, remembered on this device. */
export function TypeSizeSelect() {
  const size = useTypeSize()
  const { t } = useLingui()
  const words: Record<TypeSize, string> = { 18: t`标准`, 22: t`大`, 26: t`更大`, 30: t`特大` }
  return (
    <label className="type-size">
      <Trans>字号</Trans>
      <select
        value={size}
        onChange={(event) => {
          const chosen = TYPE_SIZES.find((one) => String(one) === event.target.value)
          if (chosen) changeTypeSize(chosen)
        }}
      >
        {TYPE_SIZES.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
    </label>
  )
}
