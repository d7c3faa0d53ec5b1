import type { FormLedgers } from '@linli/contract/ledgers/shapes'
import { useEffect, useState } from 'react'
import { keep, recall } from '../../../kit/storage.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { FillsLine, type FillsProps } from '../FillsLine.tsx'

const NAME = 'formLedgers'

/** Which ledger a form on the phone fills, and which paper ledger that retires; as it was last known where there is no network. */
export function Fills(props: FillsProps) {
  const { data } = useQuery('formLedgers', {})
  const [known] = useState(() => recall(NAME) as FormLedgers | undefined) // written below, in the shape of this version
  useEffect(() => {
    if (data) keep(NAME, data)
  }, [data])
  return <FillsLine {...props} list={data ?? known} look="field-hint" />
}
