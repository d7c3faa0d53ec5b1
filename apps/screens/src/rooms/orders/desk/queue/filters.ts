import { CHANNELS, KINDS, STATES, URGENCIES } from '@linli/contract/orders/words'
import type { Input } from '../../../../kit/endpoints.ts'

/** What a queue shows, in the words of `listOrders`. */
export type Filters = Omit<NonNullable<Input<'listOrders'>['query']>, 'limit' | 'after'>

const FLAGS = ['overdue', 'consented', 'restricted', 'asked', 'supervised'] as const
const TEXTS = ['path', 'item', 'q'] as const
const isCode = <Code extends string>(words: Record<Code, unknown>, code: string | null): code is Code =>
  code !== null && Object.hasOwn(words, code)

/** Reads filters out of an address; what it does not know it leaves out, so that an old link still opens. */
export function filtersFrom(search: string): Filters {
  const written = new URLSearchParams(search)
  const state = written.getAll('state').filter((code) => isCode(STATES, code))
  const [kind, urgency, channel] = [written.get('kind'), written.get('urgency'), written.get('channel')]
  const texts = TEXTS.flatMap((name) => {
    const text = written.get(name)
    return text ? [[name, text]] : []
  })
  const flags = FLAGS.flatMap((name) => (written.get(name) === 'true' ? [[name, true]] : []))
  return {
    ...(state.length > 0 ? { state } : {}),
    ...(isCode(KINDS, kind) ? { kind } : {}),
    ...(isCode(URGENCIES, urgency) ? { urgency } : {}),
    ...(isCode(CHANNELS, channel) ? { channel } : {}),
    ...Object.fromEntries([...texts, ...flags]),
  }
}

/** The filters as the search part of an address; nothing for none. */
export function searchOf(filters: Filters): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '' && one !== false) search.append(name, String(one))
  return search.toString()
}

/** A saved view keeps its filters as plain values. */
export const savedFrom = (filters: Filters): Record<string, string | boolean | string[]> =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? [...value] : value]],
    ),
  )

/** A filter set anew; an empty value takes it away. */
export function changed<Name extends keyof Filters>(
  filters: Filters,
  name: Name,
  value: Filters[Name] | undefined,
): Filters {
  const { [name]: _before, ...rest } = filters
  return value === undefined || value === '' || value === false ? rest : { ...rest, [name]: value }
}
