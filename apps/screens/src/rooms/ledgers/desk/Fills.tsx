import { Trans } from '@lingui/react/macro'
import { useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'

/**
 * Says on a form which ledger it fills by itself and which paper ledger that retires. Whoever may read no such ledger is
 * told nothing.
 */
export function Fills({ operation }: { readonly operation: string }) {
  const say = useSay()
  const { data } = useRead('listLedgers', {})
  const filled =
    data?.items.filter(({ filledBy }) => filledBy.some((one) => one.operation === operation)) ?? []
  if (filled.length === 0) return null
  const names = filled.map(({ name }) => `《${say(name)}》`).join('')
  const papers = filled.flatMap(({ retires }) => retires.map((name) => `《${say(name)}》`)).join('')
  return (
    <p className="desk-hint">
      {papers === '' ? (
        <Trans>保存后自动记进{names}，不用再登记一遍。</Trans>
      ) : (
        <Trans>
          保存后自动记进{names}，代替纸质的{papers}，不用再抄一遍。
        </Trans>
      )}
    </p>
  )
}
