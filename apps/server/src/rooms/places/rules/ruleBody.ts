/** A row as it is kept: its parts, what it comes from, and its place in the list. */
export type RuleBody = { readonly [part: string]: unknown }

/** The mark of a row that the place has taken out: without a row of its own the preset would bring it back. */
export const isGone = (body: RuleBody | undefined): boolean => body?.gone === true

/** What the desk edits of a row: the parts that its schema names; null for one that was taken out. */
export function partsOf(
  body: RuleBody | undefined,
  schema: { readonly properties?: object } | undefined,
): RuleBody | null {
  if (!body || isGone(body) || !schema) return null
  const names = Object.keys(schema.properties ?? {})
  return Object.fromEntries(names.flatMap((name) => (name in body ? [[name, body[name]]] : [])))
}

type Written = { readonly body: RuleBody; readonly origin: 'preset' | 'place' }

/**
 * The next version of a row. Parts that the desk does not edit stay as they are. What says no more and no less than the preset
 * is the preset's row again, so that its next edition is followed.
 * @param row null takes the row out
 */
export function nextBody(
  key: string,
  row: RuleBody | null,
  current: RuleBody | undefined,
  preset: RuleBody | undefined,
  schema: { readonly properties?: object },
): Written {
  const position = current?.position ?? preset?.position ?? 10_000
  if (row === null) return { body: { key, gone: true, position }, origin: 'place' }
  const rest = Object.entries(isGone(current) ? (preset ?? {}) : (current ?? {})).filter(
    ([name]) => !(name in (schema.properties ?? {})) && name !== 'source' && name !== 'gone',
  )
  const source = { document: '本地规定', mechanism: '工作台改的规则' }
  const body = { key, ...Object.fromEntries(rest), ...row, source, position }
  if (preset && saysTheSame(body, preset)) return { body: preset, origin: 'preset' }
  return { body, origin: 'place' }
}

const BESIDE = new Set(['source', 'position', 'key'])
const OFF = new Set<unknown>([undefined, false])

/** Whether two rows say the same, wherever they come from and stand; a part that is off may be left out. */
export function saysTheSame(a: RuleBody | null | undefined, b: RuleBody | null | undefined): boolean {
  const said = (body: RuleBody | null | undefined) =>
    body && !isGone(body)
      ? stable(Object.entries(body).filter(([name, part]) => !BESIDE.has(name) && !OFF.has(part)))
      : 'gone'
  return said(a) === said(b)
}

/** Text of a value that does not mind the order of keys: jsonb sorts them. */
export function stable(value: unknown): string {
  const sorted = (part: unknown): unknown =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  const top = Array.isArray(value) ? value.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)) : value
  return JSON.stringify(top, (_key, part: unknown) => sorted(part))
}
