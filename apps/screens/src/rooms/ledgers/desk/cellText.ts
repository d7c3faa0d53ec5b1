import type { Words } from '@linli/contract'
import type { Cell, ColumnView } from '@linli/contract/ledgers/shapes'

const BEIJING = 8 * 3_600_000

/** A cell as it is read: words of a code, yuan, Beijing's clock. */
export function cellText(
  { kind, values }: ColumnView,
  cell: Cell | undefined,
  say: (words: Words) => string,
): string {
  if (cell === null || cell === undefined) return ''
  if (kind === 'code') {
    const found = values.find(({ value }) => value === cell)
    return found ? say(found.name) : String(cell)
  }
  if (kind === 'yesNo') return say(cell === true ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' })
  if (kind === 'money') return (Number(cell) / 100).toFixed(2)
  if (kind === 'time')
    return new Date(Date.parse(String(cell)) + BEIJING).toISOString().slice(0, 16).replace('T', ' ')
  return String(cell)
}
