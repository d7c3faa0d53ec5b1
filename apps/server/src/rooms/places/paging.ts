import { invalid } from '../../kernel/problem.ts'

/** What a page's cursor holds: the sorting columns of its last row. It is no secret and is checked like any input. */
export function cursor<N extends 1 | 2>(
  text: string | undefined,
  parts: N,
): (N extends 1 ? [string] : [string, string]) | undefined {
  if (text === undefined) return undefined
  const wrong = () => invalid([{ field: 'after', message: '翻页的标记不对，请回到第一页。' }])
  let values: unknown
  try {
    values = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw wrong()
  }
  const fine = Array.isArray(values) && values.length === parts && values.every(isPlain)
  if (!fine) throw wrong()
  return values as N extends 1 ? [string] : [string, string] // its length was just checked
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 200 && value.isWellFormed() && !value.includes('\u0000')

/** A page from one row more than fits: the row too many only says that there is a next page. */
export function pageOf<T>(rows: readonly T[], limit: number, key: (row: T) => readonly string[]) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next =
    rows.length > limit && last ? Buffer.from(JSON.stringify(key(last))).toString('base64url') : null
  return { items, next }
}
