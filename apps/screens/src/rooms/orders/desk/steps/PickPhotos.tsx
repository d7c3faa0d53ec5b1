import { Trans } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { Checkbox } from 'antd'
import { Photos } from '../../hand/Photos.tsx'

export type PickPhotosProps = {
  readonly order: OrderView
  readonly ids: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Which of the order's photos go along; none unless it is ticked. */
export function PickPhotos({ order, ids, onChange }: PickPhotosProps) {
  const all = [...new Set([...order.photos, ...order.timeline.flatMap(({ photos }) => photos)])]
  if (all.length === 0)
    return (
      <p>
        <Trans>这一单没有照片</Trans>
      </p>
    )
  return (
    <ul className="pick-photos">
      {all.map((id, index) => {
        const number = index + 1
        return (
          <li key={id}>
            <Photos ids={[id]} />
            <Checkbox
              checked={ids.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...ids, id] : ids.filter((one) => one !== id))
              }
            >
              <Trans>公开第 {number} 张</Trans>
            </Checkbox>
          </li>
        )
      })}
    </ul>
  )
}
