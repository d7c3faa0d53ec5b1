import { Trans } from '@lingui/react/macro'
import type { FormLedgers } from '@linli/contract/ledgers/shapes'
import { useSay } from '../../kit/language.ts'

export type FillsProps = {
  /** The operation that the form sends. */
  readonly operation: string
  /** Of an operation that fills several ledgers, the one that this form's entry stands in. */
  readonly ledger?: string
}

/** Says on a form which ledger it fills by itself and which paper ledger that retires: nobody writes the same thing twice. */
export function FillsLine({
  operation,
  ledger,
  list,
  look,
}: FillsProps & { readonly list: FormLedgers | undefined; readonly look: string }) {
  const say = useSay()
  const form = list?.items.find((one) => one.operation === operation)
  const filled = form?.ledgers.filter(({ key }) => ledger === undefined || key === ledger) ?? []
  if (filled.length === 0) return null
  const names = filled.map(({ name }) => `《${say(name)}》`).join('')
  const papers = filled.flatMap((one) => one.papers.map((name) => `《${say(name)}》`)).join('')
  return (
    <p className={look}>
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
