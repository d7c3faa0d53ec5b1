import { Trans } from '@lingui/react/macro'
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'

export function Loading() {
  return (
    <div role="status" className="desk-loading">
      <p>
        <Trans>正在打开…</Trans>
      </p>
      <Skeleton active title={false} paragraph={{ rows: 4 }} />
    </div>
  )
}

/** What went wrong in a sentence, and the way to try again. */
export function ErrorState({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={error.message}
      action={
        <Button onClick={onRetry}>
          <Trans>再试一次</Trans>
        </Button>
      }
    />
  )
}

/** Nothing here, why, and what one can do. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <div className="desk-empty">
      <p className="desk-empty-title">{title}</p>
      {children}
    </div>
  )
}

type ReadLike<T> = {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

/** The states of one read in one place: loading, failed, stale with a warning, and there. */
export function ReadView<T>({
  read,
  children,
}: {
  readonly read: ReadLike<T>
  readonly children: (data: T) => ReactNode
}) {
  const failed = read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />
  if (read.data === undefined) return failed ?? <Loading />
  return (
    <>
      {failed}
      {children(read.data)}
    </>
  )
}
