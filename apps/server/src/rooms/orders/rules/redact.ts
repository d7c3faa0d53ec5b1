/** What of a person stands in a text. */
export type PersonalKind = 'phone' | 'idNumber' | 'bankCard' | 'plate' | 'room' | 'account' | 'name'
/** Where it stands, in letters of the text as it was written. */
export type PersonalSpot = { readonly from: number; readonly to: number; readonly kind: PersonalKind }

const PLAIN: { readonly [letter: string]: string } = Object.fromEntries(
  ['零〇○洞', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒拐', '八捌', '九玖'].flatMap(
    (forms, digit) => [...forms].map((form) => [form, String(digit)]),
  ),
)

/** The text letter for letter with plain digits, so that every place in it is the same place in the original. */
function withDigits(text: string): string {
  return text.replace(/[！-～　零〇○洞一壹幺二贰两三叁四肆五伍六陆七柒拐八捌九玖—–]/g, (letter) => {
    if (letter === '　') return ' '
    if (letter === '—' || letter === '–') return '-'
    return PLAIN[letter] ?? String.fromCharCode(letter.charCodeAt(0) - 0xfee0)
  })
}

const GAP = '[ .·-]?'
const ALONE = String.raw`(?<!\d)(?<!\d[ .·-])`
const NUMBER = String.raw`(?:[A-Za-z]?\d{1,4}|[\d十百]{1,4}|[A-Za-z])`
const BUILDING = String.raw`${NUMBER}\s*(?:号楼|楼栋|栋|幢|座|#楼?)`
const ENTRANCE = String.raw`${NUMBER}\s*(?:单元|门洞|门|梯)`
const FLOOR = String.raw`[\d十]{1,3}\s*(?:楼|层)`
const DOOR = '(?:室|号房|房(?![租产屋价款子源]))'

const PATTERNS: readonly (readonly [PersonalKind, RegExp, ((digits: string) => boolean)?])[] = [
  ['idNumber', new RegExp(String.raw`${ALONE}(?:\d${GAP}){17}[\dXx](?![\dA-Za-z])`, 'g'), isIdNumber],
  ['idNumber', /(?<!\d)[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g],
  ['bankCard', new RegExp(String.raw`${ALONE}[3-9](?:${GAP}\d){14,18}(?!\d)`, 'g'), isBankCard],
  ['phone', new RegExp(String.raw`${ALONE}(?:\+?86[ -]?)?1${GAP}[3-9](?:[ .·-]{0,2}\d){9}(?!\d)`, 'g')],
  ['phone', new RegExp(String.raw`${ALONE}\(?0\d{2,3}\)?${GAP}\d{3,4}${GAP}\d{4}(?!\d)`, 'g')],
  [
    'plate',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·.-]?(?=[A-Z0-9]{0,5}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])/gi,
  ],
  ['account', /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g],
  ['account', /(?:微信|wechat|vx|wx)号?(?:[是为:：\s]{0,3})[A-Za-z][A-Za-z0-9_-]{5,19}/gi],
  ['account', /QQ号?(?:[是为:：\s]{0,3})[1-9]\d{4,10}/gi],
  [
    'room',
    new RegExp(
      String.raw`${BUILDING}\s*(?:${ENTRANCE}\s*)?(?:${FLOOR}\s*)?[A-Za-z]?\d{3,4}(?!\d|元|年|块|多|平|米|户|人|个|户|名)\s*${DOOR}?`,
      'g',
    ),
  ],
  [
    'room',
    new RegExp(
      String.raw`${ENTRANCE}\s*(?:${FLOOR}\s*)?\d{3,4}(?!\d|元|年|块|多|平|米|户|人|个|名)\s*${DOOR}?`,
      'g',
    ),
  ],
  ['room', new RegExp(String.raw`(?<!\d)[A-Za-z]?\d{3,4}\s*${DOOR}`, 'g')],
  ['room', /(?<![\d-])[A-Za-z]?\d{1,3}-\d{1,2}-\d{3,4}(?![\d-])/g],
]

/** The weights of GB 11643-1999 and what the sum leaves. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Whether the last place of an ID number is the check digit of the seventeen before it (GB 11643). */
export function hasCheckDigit(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return '10X98765432'[sum % 11] === id.at(-1)?.toUpperCase()
}

const bare = (found: string): string => found.replace(/[ .·-]/g, '')

/** An ID number, also one with a slip of the pen: its date of birth says as much as the right one. */
function isIdNumber(found: string): boolean {
  const id = bare(found)
  return hasCheckDigit(id) || /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(id)
}

/** A card by its last digit (Luhn), or one that begins as every card of the country does. */
function isBankCard(found: string): boolean {
  const card = bare(found)
  const sum = [...card].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return card.startsWith('62') || (card.length >= 16 && sum % 10 === 0)
}

/** Where a text holds what is somebody's own: numbers by their form, names as they are given. In the order of the text, none over another. */
export function personalSpots(text: string, names: readonly string[]): PersonalSpot[] {
  const plain = withDigits(text)
  const found: PersonalSpot[] = PATTERNS.flatMap(([kind, pattern, holds]) =>
    [...plain.matchAll(pattern)]
      .filter(([whole]) => holds?.(whole) ?? true)
      .map(({ index, 0: whole }) => ({ from: index, to: index + whole.trimEnd().length, kind })),
  )
  for (const name of names) {
    if ([...name].length < 2) continue // one letter is in every second word
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push({ from: at, to: at + name.length, kind: 'name' })
  }
  const spots: PersonalSpot[] = []
  for (const spot of found.sort((a, b) => a.from - b.from || b.to - a.to))
    if (spot.from >= (spots.at(-1)?.to ?? 0)) spots.push(spot)
  return spots
}

/** Whether texts for the public still hold a number, a door or one of the parties' names. */
export const holdsPersonalData = (texts: readonly string[], names: readonly string[]): boolean =>
  texts.some((text) => personalSpots(text, names).length > 0)

const INSTEAD: { readonly [kind in PersonalKind]: string } = {
  phone: '（电话）',
  idNumber: '（证件号）',
  bankCard: '（卡号）',
  plate: '（车牌）',
  room: '（门牌）',
  account: '（账号）',
  name: '（姓名）',
}

/** The text with a word in each such place's stead. */
export function masked(text: string, spots: readonly PersonalSpot[]): string {
  let at = 0
  let out = ''
  for (const { from, to, kind } of spots) {
    out += text.slice(at, from) + INSTEAD[kind]
    at = to
  }
  return out + text.slice(at)
}
