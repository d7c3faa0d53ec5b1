import { LONGEST, type SecurityProfile, SHORTEST } from '../securityProfile.ts'

/** Why a password is not taken, in the order in which it is told. */
export type Flaw = 'short' | 'long' | 'plain' | 'context' | 'common' | 'leaked' | 'kinds' | 'earlier'

const FEWEST_DIFFERENT = 5
const HOUSE_WORDS = ['邻里', 'linli'] as const
/** What names of places end in: on its own it says nothing about the place. */
const GENERIC = /(?:省|市|区|县|街道|镇|乡|社区|村|小区|网格)$/
const GENERIC_WORDS = new Set([
  'district',
  'county',
  'city',
  'province',
  'town',
  'street',
  'community',
  'the',
])
const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u]

/** Letters as a person would compare them: capitals, full-width forms and accents' spellings made equal. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * What can be said of a password without any list: its length in characters (surrogate pairs count once), words that
 * anybody would guess of this person and, where the profile asks, kinds of characters.
 * @param about login, name, names of places; the house's own name is added
 */
export function flawOf(
  password: string,
  about: readonly string[],
  { kinds }: SecurityProfile,
): Exclude<Flaw, 'common' | 'leaked' | 'earlier'> | undefined {
  const letters = [...password]
  if (letters.length < SHORTEST) return 'short'
  if (letters.length > LONGEST) return 'long'
  if (new Set(letters).size < FEWEST_DIFFERENT) return 'plain'
  const text = folded(password)
  if (guessable([...about, ...HOUSE_WORDS]).some((word) => text.includes(word))) return 'context'
  return KINDS.filter((kind) => kind.test(password)).length < kinds ? 'kinds' : undefined
}

/** The words themselves and what is left without 区, 街道 and the like; two Chinese characters or three letters at least. */
function guessable(about: readonly string[]): string[] {
  const words = about
    .flatMap((text) => folded(text).split(/[\s,，、。·/]+/u))
    .flatMap((word) => [word, word.replace(GENERIC, '')])
    .filter((word) => !GENERIC_WORDS.has(word) && word.length >= (/^[\x20-\x7e]+$/.test(word) ? 3 : 2))
  return [...new Set(words)]
}

/**
 * The texts a list of common passwords is asked for: the password itself, what is repeated in it ("lake22lake22"), and
 * what is left without a few digits or signs at its ends ("sunshine!2024").
 */
export function coresOf(password: string): string[] {
  const text = folded(password)
  const unit = periodOf(text)
  const bare = unit.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const cores = [text, unit, ...(unit.length - bare.length <= MOST_AROUND ? [bare] : [])]
  return [...new Set(cores)].filter((core) => core.length > 0)
}

/** So much around a common word makes it no stranger. */
const MOST_AROUND = 6

/** The shortest text whose repetition is the whole, or the whole. */
function periodOf(text: string): string {
  const at = (text + text).indexOf(text, 1)
  return text.slice(0, at)
}
