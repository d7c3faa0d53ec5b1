import type { AddressReason } from '@linli/contract/places/addressWords'
import { canonical } from './addressText.ts'
import { labelOf, type MarkedPart, type NameAt } from './addressWords.ts'

/** An open area, and another name of one, as the region keeps them. */
export type BookArea = {
  readonly path: string
  readonly level: string
  readonly name: string
  readonly compound: string | null
}
export type BookAlias = {
  readonly path: string
  readonly compound: string | null
  readonly alias: string
  readonly kind: string
}

/** A door or an area above it. */
export type Node = BookArea & {
  readonly children: Node[]
  /** Its own compound or that of the building it belongs to, as it is compared. */
  readonly estate: string | null
  readonly label: MarkedPart | undefined
  /** The way to it in words, from the second level down. */
  readonly text: string
}

/** What a name can mean: an area, or all buildings of a compound inside a path. */
export type Meaning = {
  readonly path: string
  readonly estate: string | null
  readonly reason: AddressReason | null
}
export type Named = { readonly meanings: readonly Meaning[]; readonly key: string }

/** The names and doors of one region, ready to be searched. Holds no room and nobody. */
export type AddressBook = {
  readonly nodes: readonly Node[]
  readonly buildings: ReadonlyMap<string, readonly Node[]>
  readonly byPath: ReadonlyMap<string, Node>
  readonly nameAt: NameAt<Named>
  /** Whether any name has this as a part. */
  isPart(part: string): boolean
  /** What the names mean that have this as a part. */
  holding(part: string): Meaning[]
}

const DOORS = new Set(['building', 'entrance'])

/** @param areas parents before children */
export function addressBook(areas: readonly BookArea[], aliases: readonly BookAlias[]): AddressBook {
  const byPath = new Map<string, Node>()
  const buildings = new Map<string, Node[]>()
  const names = new Map<string, Meaning[]>()
  const call = (name: string, meaning: Meaning): void => {
    const key = canonical(name).replace(/[\s\-—·]/g, '')
    if (key.length > 0) push(names, key, meaning)
  }
  for (const area of areas) {
    const parent = byPath.get(parentOf(area.path))
    const estate = area.compound ? canonical(area.compound) : (parent?.estate ?? null)
    const label = DOORS.has(area.level) ? labelOf(area.name) : undefined
    const own = [area.compound, area.name].filter(Boolean).join(' ')
    const text =
      parent && parentOf(parent.path) !== '' && parent.path !== '/' && depth(area.path) > 2
        ? `${parent.text} ${own}`
        : own
    const node: Node = { ...area, children: [], estate, label, text }
    byPath.set(area.path, node)
    parent?.children.push(node)
    if (label && area.level === 'building') push(buildings, label.label, node)
    if (!label) call(area.name, { path: area.path, estate: null, reason: null })
  }
  for (const compound of new Set(areas.flatMap(({ compound }) => compound ?? [])))
    call(compound, { path: '/', estate: canonical(compound), reason: null })
  for (const { path, compound, alias, kind } of aliases)
    call(alias, {
      path,
      estate: compound === null ? null : canonical(compound),
      reason: kind === 'formerName' ? 'formerName' : 'alias',
    })
  return {
    nodes: [...byPath.values()],
    buildings,
    byPath,
    nameAt: lookUp(names),
    isPart: (part) => names.keys().some((key) => key.includes(part)),
    holding: (part) => [...names].flatMap(([key, meanings]) => (key.includes(part) ? meanings : [])),
  }
}

const depth = (path: string): number => path.split('/').length - 2
const parentOf = (path: string): string => path.replace(/[^/]+\/$/, '')

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Longest name first; a name that ends in a digit does not end in the middle of a number. */
function lookUp(names: ReadonlyMap<string, readonly Meaning[]>): NameAt<Named> {
  const lengths = new Map<string, number[]>()
  for (const key of names.keys()) {
    const first = key.slice(0, 1)
    const known = lengths.get(first) ?? []
    if (!known.includes(key.length))
      lengths.set(
        first,
        [...known, key.length].sort((a, b) => b - a),
      )
  }
  return (text, at) => {
    for (const length of lengths.get(text.slice(at, at + 1)) ?? []) {
      const key = text.slice(at, at + length)
      const meanings = names.get(key)
      if (meanings && !(/\d$/.test(key) && /^\d/.test(text.slice(at + length))))
        return { name: { meanings, key }, length }
    }
    return undefined
  }
}

export const covers = ({ path, estate }: Meaning, node: Node): boolean =>
  node.path.startsWith(path) && (estate === null || node.estate === estate)
