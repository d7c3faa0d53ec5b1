import { useRead } from '../../../kit/desk/index.ts'
import { FillsLine, type FillsProps } from '../FillsLine.tsx'

/** Which ledger a form of the desk fills, and which paper ledger that retires. */
export function Fills(props: FillsProps) {
  const { data } = useRead('formLedgers', {})
  return <FillsLine {...props} list={data} look="desk-hint" />
}
