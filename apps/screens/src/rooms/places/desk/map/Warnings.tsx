import { Trans } from '@lingui/react/macro'
import type { OutlineWarning } from '@linli/contract/places/boundaryShapes'
import { Alert } from 'antd'
import { useArea } from './useArea.ts'

/** What does not fit the neighbours, in words: saved all the same. */
export function Warnings({
  warnings,
  count,
}: {
  readonly warnings: readonly OutlineWarning[]
  readonly count: number
}) {
  if (warnings.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={<Trans>有 {count} 处和周围对不上。可以保存，但最好去核对。</Trans>}
      description={
        <ul>
          {warnings.map((warning) => (
            <li key={`${warning.kind} ${warning.drawn} ${warning.area}`}>
              <Warning warning={warning} />
            </li>
          ))}
        </ul>
      }
    />
  )
}

function Warning({ warning: { kind, drawn, name, squareMetres } }: { readonly warning: OutlineWarning }) {
  const area = useArea()(squareMetres)
  if (kind === 'overlap')
    return (
      <Trans>
        “{drawn}”和“{name}”重叠约 {area}
      </Trans>
    )
  if (kind === 'gap')
    return (
      <Trans>
        “{drawn}”和“{name}”之间空出约 {area}，不属于任何一个
      </Trans>
    )
  return (
    <Trans>
      “{drawn}”有约 {area} 超出“{name}”的边界
    </Trans>
  )
}
