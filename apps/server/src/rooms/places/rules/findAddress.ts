import type { AddressReason } from '@linli/contract/places/addressWords'
import { type AddressBook, covers, type Meaning, type Node } from './addressBook.ts'
import { type Guess, guesses } from './addressGuesses.ts'
import { type AddressWords, addressWords } from './addressWords.ts'

/** A place an address may mean. `room`: the number asked for there, in capitals and plain digits; not yet looked up. */
export type Candidate = {
  readonly node: Node
  readonly room: string | null
  readonly reasons: readonly AddressReason[]
}

const MOST = 60

/** Every place that an address may mean, the surest way of reading it first; none when a name in it is not known here. */
export function findAddress(book: AddressBook, typed: string): Candidate[] {
  const words = addressWords(typed, book)
  const named = words.names.map(({ meanings }) => meanings)
  const partly = words.unread.map((run) => (run.length > 1 || isAll(words, run) ? book.holding(run) : []))
  const found = partly.filter((meanings) => meanings.length > 0)
  const isLeft = found.length < words.unread.length || words.isNumberLeft
  if (isLeft && named.length + found.length === 0) return []
  const asked = [...named, ...found]
  const reasons: AddressReason[] = [
    ...(found.length > 0 ? (['partOfName'] as const) : []),
    ...(isLeft ? (['leftOver'] as const) : []),
  ]
  const ways = guesses(words)
  const whole = ways.flatMap((way) => candidates(book, words, asked, way, reasons))
  if (whole.length > 0 || asked.length < 2) return whole.slice(0, MOST)
  // Two names that do not fit together: each without the other, and said so.
  return asked
    .flatMap((_, left) =>
      ways.flatMap((way) =>
        candidates(book, words, asked.toSpliced(left, 1), way, [...reasons, 'contradicts']),
      ),
    )
    .slice(0, MOST)
}

const isAll = ({ names, parts, bare, unread }: AddressWords<unknown>, run: string): boolean =>
  names.length + bare.length + Object.keys(parts).length === 0 && unread.length === 1 && unread[0] === run

function candidates(
  book: AddressBook,
  words: AddressWords<unknown>,
  asked: readonly (readonly Meaning[])[],
  way: Guess,
  already: readonly AddressReason[],
): Candidate[] {
  if (way.building === null && asked.length === 0) return []
  const fits = (node: Node): Meaning[] | undefined => {
    const met = asked.map((meanings) => meanings.find((meaning) => covers(meaning, node)))
    return met.every((meaning) => meaning !== undefined) ? met : undefined
  }
  const found = startsOf(book, asked, way).flatMap((node) => {
    const met = isInPhase(node, words) ? fits(node) : undefined
    if (!met) return []
    const { isOther, node: door } = entranceOf(node, way.entrance)
    if (!door) return []
    const unit = words.parts.building?.unit
    const reasons: AddressReason[] = [
      ...already,
      ...met.flatMap(({ reason }) => reason ?? []),
      ...(asked.length === 0 ? (['noName'] as const) : []),
      ...(way.isGuess ? (['order'] as const) : []),
      ...(unit && node.label?.unit && unit !== node.label.unit ? (['otherUnit'] as const) : []),
      ...(isOther ? (['missingPart'] as const) : []),
    ]
    return [{ node: door, room: way.room, reasons: [...new Set(reasons)] }]
  })
  // Where 3栋 and 3号楼 stand side by side, who says 3栋 means it.
  const exact = found.filter(({ reasons }) => !reasons.includes('otherUnit'))
  return exact.length > 0 ? exact : found
}

/** Where the search begins: the buildings of that number, or what the narrowest name means. */
function startsOf(book: AddressBook, asked: readonly (readonly Meaning[])[], way: Guess): readonly Node[] {
  if (way.building !== null) return book.buildings.get(way.building) ?? []
  return asked.flat().flatMap(({ path, estate }) => {
    if (estate === null && way.entrance === null) return book.byPath.get(path) ?? []
    return book.nodes.filter(
      (node) =>
        node.level === 'building' &&
        node.path.startsWith(path) &&
        (estate === null || node.estate === estate),
    )
  })
}

const isInPhase = (node: Node, { parts }: AddressWords<unknown>): boolean =>
  !parts.phase || (node.estate ?? '').includes(`${parts.phase.label}期`)

/** The entrance of a building; the building itself where the register knows no entrances. */
function entranceOf(node: Node, entrance: string | null): { node?: Node; isOther: boolean } {
  if (entrance === null) return { node, isOther: false }
  if (node.children.length === 0) return { node, isOther: true }
  const door = node.children.find(({ label }) => label?.label === entrance)
  return door ? { node: door, isOther: false } : { isOther: false }
}
