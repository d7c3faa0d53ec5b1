import type { Input } from '../../../../kit/endpoints.ts'

export type RedrawKind = 'move' | 'split' | 'merge'
type Area = { readonly path: string; readonly name: string }
type Plan = Input<'previewRedraw'>['body']
/** What was chosen on the page, whatever of it a kind uses. */
export type RedrawDraft = {
  readonly kind: RedrawKind
  /** The grid that is taken from or split. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** Buildings that move. */
  readonly picked: readonly string[]
  /** Names of new grids: of a split two to four, of a merger the first. */
  readonly names: readonly string[]
  /** Which new grid a building of a split goes to, by its number; none said is the first. */
  readonly partOf: { readonly [building: string]: number }
  /** Grids that are merged. */
  readonly merged: readonly string[]
}
export const MOST_PARTS = 4
export const emptyDraft = (from: string | undefined): RedrawDraft => ({
  kind: 'move',
  from,
  to: undefined,
  picked: [],
  names: ['', ''],
  partOf: {},
  merged: from ? [from] : [],
})

export type Missing = 'from' | 'to' | 'picked' | 'names' | 'merged' | 'partOf'

/** What is still to be chosen before a plan can be made. */
export function missing(draft: RedrawDraft, buildings: readonly Area[]): Missing[] {
  const { kind, from, to, picked, names, merged } = draft
  if (kind === 'merge')
    return [
      ...(merged.length < 2 ? (['merged'] as const) : []),
      ...(named(names[0]) ? [] : (['names'] as const)),
    ]
  if (!from) return ['from']
  if (kind === 'move')
    return [...(picked.length === 0 ? (['picked'] as const) : []), ...(to ? [] : (['to'] as const))]
  const parts = names.map((_, at) => buildings.filter(({ path }) => partAt(draft, path) === at).length)
  return [
    ...(names.every(named) && new Set(names.map((name) => name.trim())).size === names.length
      ? []
      : (['names'] as const)),
    ...(parts.some((count) => count === 0) ? (['partOf'] as const) : []),
  ]
}

const named = (name: string | undefined): boolean => (name ?? '').trim() !== ''
export const partAt = ({ partOf }: RedrawDraft, building: string): number => partOf[building] ?? 0

/** The plan that the draft says. @param buildings of the grids that end, or of the one that is taken from */
export function planOf(draft: RedrawDraft, buildings: readonly Area[]): Plan {
  const { kind, from, to, picked, names, merged } = draft
  if (kind === 'move') return { closes: [], parts: [{ areas: [...picked], ...(to ? { to } : {}) }] }
  if (kind === 'merge')
    return {
      closes: [...merged],
      parts: [{ name: names[0]?.trim() ?? '', areas: buildings.map(({ path }) => path) }],
    }
  return {
    closes: from ? [from] : [],
    parts: names.map((name, at) => ({
      name: name.trim(),
      areas: buildings.filter(({ path }) => partAt(draft, path) === at).map(({ path }) => path),
    })),
  }
}
