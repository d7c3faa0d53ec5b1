import type { AddressBook } from './addressBook.ts'
import { canonical } from './addressText.ts'
import { type Candidate, findAddress } from './findAddress.ts'

/** A run of words that names a place, and the place it most likely means. */
export type Mention = { readonly said: string; readonly candidate: Candidate }

const MOST = 6
/** How far a door may stand behind the name it belongs to, in letters. */
const REACH = 24
/** A part of an address with its unit: 3栋, 2单元, 501室; and a number that may end one. */
const PART =
  /(?:[A-Z]{0,2}\d{1,5}[A-Z]?|[A-Z])(?:号楼|楼栋|栋|幢|座|#楼?|单元|门洞|门|梯|楼(?=\d)|层|室|房|户|号|期)?/y
const BETWEEN = /[\s的,，、\-—]{0,2}/y
/** 3 栋 is 3栋. */
const LOOSE_UNIT = /(?<=[\dA-Z])\s+(?=[栋幢座号楼单室层房户#])/g
/** Names of one letter, of numbers only and of a few plain letters stand in every second sentence. */
const LEAST_NAME = 2

/**
 * The places that a longer text names, in its order: known names first (with other and former ones), each with the doors
 * that follow it. A door alone, without any name, is no place: every compound has a 3栋.
 */
export function placesIn(book: AddressBook, typed: string): Mention[] {
  const text = canonical(typed).slice(0, 8000).replace(LOOSE_UNIT, '')
  const found: Mention[] = []
  for (let at = 0; at < text.length && found.length < MOST; ) {
    const named = book.nameAt(text, at)
    if (!named || named.length < LEAST_NAME || /^(?:\d+|[\dA-Z]{1,3})$/.test(named.name.key)) {
      at += 1
      continue
    }
    const end = endOf(book, text, at)
    const said = text.slice(at, end)
    const [candidate] = [...findAddress(book, said), ...findAddress(book, named.name.key)]
    if (
      candidate &&
      !found.some((one) => one.candidate.node === candidate.node && one.candidate.room === candidate.room)
    )
      found.push({ said, candidate })
    at = end
  }
  return found
}

/** Where the names and doors end that begin here. */
function endOf(book: AddressBook, text: string, from: number): number {
  let end = from
  for (let at = from; at - end <= 2 && at - from <= REACH + (end - from); ) {
    const named = at === from || end > from ? book.nameAt(text, at) : undefined
    PART.lastIndex = at
    const length = named?.length ?? (at === from ? undefined : PART.exec(text)?.[0].length)
    if (!length) break
    end = at + length
    BETWEEN.lastIndex = end
    at = end + (BETWEEN.exec(text)?.[0].length ?? 0)
  }
  return end
}
