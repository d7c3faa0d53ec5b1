import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'

/** So many are drawn at once. */
const SHOWN = 30

type FewAtOnceProps<Item> = {
  readonly items: readonly Item[]
  readonly children: (item: Item) => ReactNode
}

/** A long list of posts as cards, of which more are drawn at a press. */
export function FewAtOnce<Item>({ items, children }: FewAtOnceProps<Item>) {
  const [shown, setShown] = useState(SHOWN)
  const left = items.length - shown
  return (
    <>
      <ul className="gates">{items.slice(0, shown).map(children)}</ul>
      {left > 0 && (
        <Button onClick={() => setShown(shown + SHOWN)}>
          <Trans>
            再看 {Math.min(left, SHOWN)} 个岗位（还有 {left} 个）
          </Trans>
        </Button>
      )}
    </>
  )
}
