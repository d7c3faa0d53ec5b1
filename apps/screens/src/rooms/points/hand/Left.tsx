import { Trans } from '@lingui/react/macro'

/** How many pieces are left; some rewards do not run out. */
export function Left({ stock }: { readonly stock: number | null }) {
  return stock === null ? <Trans>数量不限</Trans> : <Trans>还剩 {stock} 份</Trans>
}
