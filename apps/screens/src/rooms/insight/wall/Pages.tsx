import { Trans, useLingui } from '@lingui/react/macro'
import type { useTurning } from './useTurning.ts'

/** Which page of the areas is shown; it turns by itself unless it is stopped. */
export function Pages({
  turning: { page, pages, isTurning, turn, stop },
}: {
  readonly turning: ReturnType<typeof useTurning>
}) {
  const { t } = useLingui()
  return (
    <p className="wall-pages">
      <button type="button" onClick={turn} aria-label={t`下一页`}>
        {page + 1} / {pages}
      </button>
      <button type="button" onClick={stop}>
        {isTurning ? <Trans>停住</Trans> : <Trans>轮换</Trans>}
      </button>
    </p>
  )
}
