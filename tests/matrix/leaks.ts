import type { HouseAnswer } from '../kit/house.ts'
import type { Actor } from '../kit/houseCast.ts'
import { canaryPhone, MARKS } from '../kit/houseGround.ts'
import { identityNumbersIn, isWellMasked, maskedPhone, masksIn, phonesIn } from './phones.ts'
import { PERSONAL } from './relations.ts'
import { piecesOf, scanned } from './scan.ts'
import { mayStand, type PolicyTable, type Shows } from './sight.ts'

export type Reader = { readonly actor: Actor; readonly policy: PolicyTable }
type Asked = { readonly id: string; readonly shows?: Shows | undefined }

const CANARY = new RegExp(`([\\p{Script=Han}]{1,4})金丝雀([${MARKS}]\\d{0,3})`, 'gu')
/** What a name of a file would tell, and where its bytes lie. */
const FILE_NAMES = /照片名|storage_key|storageKey/
const MOST = 999

/** Marks by the number that they have, and by what its mask shows; made once. */
const byPhone = new Map<string, string>()
const byMask = new Map<string, string>()
for (const letter of MARKS)
  for (let serial = 1; serial <= (PERSONAL.includes(letter) ? MOST : 1); serial += 1) {
    const mark = PERSONAL.includes(letter) ? `${letter}${String(serial).padStart(3, '0')}` : letter
    byPhone.set(canaryPhone({ mark }), mark)
    byMask.set(maskedPhone(mark), mark)
  }

/**
 * What a reader should not have been answered, one line a leak: canaries that the policy's rows do not show to this
 * reader in this operation, numbers in clear or masked in another form, identity numbers, names of files.
 * @param asked the operation, with what it shows beyond the table of sight
 */
export function leaksIn(
  answer: Pick<HouseAnswer, 'bytes' | 'headers'>,
  asked: Asked,
  { actor, policy }: Reader,
): string[] {
  const leaks = new Set<string>()
  const may = (what: string, mark: string): boolean => mayStand(what, mark, asked, actor, policy)
  for (const { where, text } of piecesOf(answer)) {
    for (const [, before = '', mark = ''] of text.matchAll(CANARY)) {
      scanned.canaries += 1
      const what = kindOf(before)
      if (!may(what, mark)) leaks.add(`${what}金丝雀${mark} in ${where}`)
    }
    for (const phone of phonesIn(text))
      if (!may('phone', byPhone.get(phone) ?? 'nobody')) leaks.add(`phone ${phone} in ${where}`)
    for (const mask of masksIn(text)) {
      scanned.masks += 1
      const mark = byMask.get(mask)
      if (!isWellMasked(mask)) leaks.add(`a mask of another form, ${mask}, in ${where}`)
      else if (mark && !may('masked phone', mark)) leaks.add(`masked phone ${mask} (${mark}) in ${where}`)
    }
    for (const number of identityNumbersIn(text)) leaks.add(`identity number ${number} in ${where}`)
    if (FILE_NAMES.test(text)) leaks.add(`a file's name in ${where}`)
  }
  return [...leaks]
}

const KINDS = [
  '诉求',
  '标题',
  '地址',
  '称呼',
  '内部',
  '门牌',
  '室',
  '林',
  '高',
  '照片名',
  '进展',
  '评价',
  '视图',
  '须知',
  '标签',
  '缘由',
]
/** The kind that the letters before a canary end with. */
const kindOf = (before: string): string => KINDS.find((kind) => before.endsWith(kind)) ?? before
