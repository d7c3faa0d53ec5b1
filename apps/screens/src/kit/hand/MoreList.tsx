import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import type { Query } from '../useQuery.ts'
import { Button } from './Button.tsx'
import { QueryView } from './states.tsx'

type Page<T> = { readonly items: readonly T[]; readonly next: string | null }

export type MoreListProps<T> = {
  /** Reads the page behind a cursor; a hook, so always the same function for one list. */
  readonly usePage: (after: string | undefined) => Query<Page<T>>
  /** One row; it stands in a list item. */
  readonly row: (item: T) => ReactNode
  readonly keyOf: (item: T) => string
  /** Shown when the first page is empty. */
  readonly empty: ReactNode
  readonly after?: string
}

/** A keyset-paged list: the next page comes below the first when asked for, and nothing moves away. */
export function MoreList<T>(props: MoreListProps<T>) {
  const { usePage, row, keyOf, empty, after } = props
  const [more, setMore] = useState(false)
  const query = usePage(after)
  return (
    <QueryView query={query}>
      {({ items, next }) => (
        <>
          {items.length === 0 && after === undefined && empty}
          {items.length > 0 && (
            <ul className="cards">
              {items.map((item) => (
                <li key={keyOf(item)}>{row(item)}</li>
              ))}
            </ul>
          )}
          {next !== null && !more && (
            <Button look="second" wide onPress={() => setMore(true)}>
              <Trans>再看一些</Trans>
            </Button>
          )}
          {next !== null && more && <MoreList key={next} {...props} after={next} />}
        </>
      )}
    </QueryView>
  )
}
