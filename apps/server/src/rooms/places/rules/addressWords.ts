import { canonical } from './addressText.ts'

/** A part of an address that carries its unit: 3栋, 2单元, 5楼, 501室. */
export type Marked = 'building' | 'entrance' | 'floor' | 'room' | 'phase'
export type MarkedPart = { readonly label: string; readonly unit: string }

/** What somebody typed, part by part, without a look at any particular place. */
export type AddressWords<Name> = {
  /** Names of places that are known, in the order in which they stand. */
  readonly names: readonly Name[]
  readonly parts: { readonly [mark in Marked]?: MarkedPart }
  /** Numbers without a unit, or with 号 alone, in order; without those of roads and dates. */
  readonly bare: readonly string[]
  /** A number was left out that stands before a name whose own door follows: 朝阳路311号阳光小区3栋. */
  readonly isNumberLeft: boolean
  /** Runs of letters that are no known name. */
  readonly unread: readonly string[]
}

/** The longest known name that begins at a place of a text, with the length it takes; undefined when there is none. */
export type NameAt<Name> = (
  text: string,
  at: number,
) => { readonly name: Name; readonly length: number } | undefined

const NUMBER = String.raw`[A-Z]{0,2}\d{1,5}[A-Z]?`
const MARKS: readonly (readonly [Marked, RegExp])[] = [
  ['building', new RegExp(`(${NUMBER}|[A-Z])(号楼|楼栋|栋|幢|座|#楼|#|楼(?=${NUMBER}单元))`, 'y')],
  ['entrance', /([A-Z]?\d{1,3}|[A-Z])(单元|门洞|门|梯)/y],
  ['floor', /(\d{1,3})(楼|层|F(?![A-Z0-9]))/y],
  ['room', new RegExp(`(${NUMBER})(室|房|户)`, 'y')],
  ['phase', /(\d{1,2})(期)/y],
]
const BARE = new RegExp(`(${NUMBER}|[A-Z](?![A-Z]))号?`, 'y')
const BETWEEN = /[\s,，。、;；:：()（）【】[\]<>《》/\\|~+·.\-—–_&'"“”%…*]+/y
/** When something was, which is no part of where: 2019年3月5日, 凌晨3点半, 23:22. */
const MOMENT =
  /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}[日号])?|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}(?:点|时)(?:\d{1,2}分|半)?|\d{1,2}[:：]\d{2}(?!\d)/y
/** What people say around an address, and what every name of a place ends with. */
const FILLER =
  /^(?:[\p{Script=Han}]{2,6}省|[\p{Script=Han}]{2,4}市|我们|我家|我|家|住在|住|位于|地址|在|到|请|去|是|的|里面|里|内|那边|那里|附近|旁边|小区|社区|街道|网格|号)+|(?:里面|里|内|那边|那里|附近|旁边|小区|社区|街道|的)+$/u

/** What a place knows of its names. */
export type KnownNames<Name> = {
  readonly nameAt: NameAt<Name>
  /** Whether this is a part of a name: the 5星 of 5星花园 is no door. */
  isPart(part: string): boolean
}

/** Reads an address as it is spoken or written, in any order of its parts. At most eight hundred letters are looked at. */
export function addressWords<Name>(typed: string, known: KnownNames<Name>): AddressWords<Name> {
  const text = canonical(typed).slice(0, 800)
  const names: Name[] = []
  const parts: { [mark in Marked]?: MarkedPart } = {}
  const bare: Bare[] = []
  const unread: string[] = []
  let run = ''
  /** Buildings and bare numbers behind the last name. */
  let doorsAfterName = 0
  const endRun = (): void => {
    const word = run.replace(FILLER, '').replace(FILLER, '')
    if (word) unread.push(word)
    run = ''
  }
  for (let at = 0; at < text.length; ) {
    const named = known.nameAt(text, at)
    const { building } = parts
    const numbers = bare.length
    const taken =
      named?.length ??
      between(text, at) ??
      matchAt(MOMENT, text, at)?.[0].length ??
      marked(text, at, parts) ??
      unmarked(text, at, bare, names.length, known)
    if (taken === undefined) {
      const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
      run += letter
      at += letter.length
      continue
    }
    endRun()
    if (named) {
      names.push(named.name)
      doorsAfterName = 0
    } else if (parts.building !== building || bare.length > numbers) doorsAfterName += 1
    at += taken
  }
  endRun()
  const own = doorsAfterName > 0 ? bare.filter((number) => isOwn(number, names.length)) : bare
  return {
    names,
    parts,
    bare: own.map(({ number }) => number),
    isNumberLeft: own.length < bare.length,
    unread,
  }
}

/** A number without a unit; behind how many names it stands. */
type Bare = { readonly number: string; readonly isNamed: boolean; readonly behind: number }

/** Before a name whose door follows stands the number of a road or a district; 502 alone may still be the room. */
const isOwn = ({ number, isNamed, behind }: Bare, names: number): boolean =>
  behind === names || (!isNamed && /^\d{3,4}$/.test(number))

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

const between = (text: string, at: number): number | undefined => matchAt(BETWEEN, text, at)?.[0].length

/** A part said twice keeps its first saying. */
function marked(text: string, at: number, parts: { [mark in Marked]?: MarkedPart }): number | undefined {
  for (const [mark, pattern] of MARKS) {
    const [whole, label, unit] = matchAt(pattern, text, at) ?? []
    if (!whole || !label || !unit) continue
    parts[mark] ??= { label, unit }
    return whole.length
  }
  return undefined
}

function unmarked(
  text: string,
  at: number,
  bare: Bare[],
  behind: number,
  { isPart }: Pick<KnownNames<unknown>, 'isPart'>,
): number | undefined {
  const [whole, number] = matchAt(BARE, text, at) ?? []
  if (!whole || !number) return undefined
  const next = text.slice(at, at + whole.length + 1)
  if (/\p{Script=Han}$/u.test(next) && next.length > whole.length && isPart(next)) return undefined
  bare.push({ number, isNamed: whole.endsWith('号'), behind })
  return whole.length
}

/** What a door's own name says: 3栋, 三号楼 and 3 are number 3; 综合楼 has none. */
export function labelOf(name: string): MarkedPart | undefined {
  const [, label, unit = ''] =
    new RegExp(`^(${NUMBER}|[A-Z])(号楼|楼栋|栋|幢|座|#楼|#|楼|号|单元|门洞|门|梯)?$`).exec(
      canonical(name),
    ) ?? []
  return label ? { label: label.replace(/^0+(?=\d)/, ''), unit } : undefined
}
