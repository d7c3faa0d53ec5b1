import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Problem } from '../failure.ts'
import { hand } from '../routes.ts'
import type { Query } from '../useQuery.ts'
import { Button, ButtonLink } from './Button.tsx'

/** Says that something is coming, and roughly how it will look. */
export function Loading({ rows = 3 }: { readonly rows?: number }) {
  return (
    <div role="status" className="loading">
      <p>
        <Trans>正在打开…</Trans>
      </p>
      {Array.from({ length: rows }, (_, index) => (
        <div className="loading-bar" key={index} aria-hidden="true" />
      ))}
    </div>
  )
}

/** Nothing here yet, why, and what one can do. */
export function Empty({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}

/** The server knows no such thing, or not for this person: asking again would answer the same. */
const isFinal = (error: Error) => error instanceof Problem && (error.status === 403 || error.status === 404)

/** What went wrong in a sentence, and the way to try again or the way out. */
export function ErrorState({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <div className={`notice ${isFinal(error) ? 'notice-warn' : 'notice-bad'}`} role="alert">
      <p>{error.message}</p>
      {isFinal(error) ? (
        <ButtonLink href={hand.home.url()} look="second">
          <Trans>回到首页</Trans>
        </ButtonLink>
      ) : (
        <Button look="second" onPress={onRetry}>
          <Trans>再试一次</Trans>
        </Button>
      )}
    </div>
  )
}

export type QueryViewProps<T> = {
  readonly query: Query<T>
  readonly rows?: number
  readonly children: (data: T) => ReactNode
}

/** The four states of a read in one place: loading, failed, stale with a warning, and there. */
export function QueryView<T>({ query, rows, children }: QueryViewProps<T>) {
  const { data, error, retry } = query
  if (data === undefined) {
    return error ? (
      <ErrorState error={error} onRetry={() => void retry()} />
    ) : (
      <Loading {...(rows ? { rows } : {})} />
    )
  }
  return (
    <>
      {error && <ErrorState error={error} onRetry={() => void retry()} />}
      {children(data)}
    </>
  )
}
