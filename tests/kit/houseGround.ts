import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'

/** A place with a mark of its own: every canary that lives there carries it. */
export type Ground = {
  readonly region: number
  readonly community: string
  readonly path: string
  readonly mark: string
}

/** Where the cast works. */
export const HERE: Ground = { region: 1, community: '/s01/c1/', path: '/s01/c1/g1/b1/', mark: '甲' }
/** The community whose code begins like the cast's: a careless prefix would reach it. */
export const THERE: Ground = { region: 1, community: '/s01/c101/', path: '/s01/c101/g1/b1/', mark: '乙' }
/** The same codes in another region. */
export const ABROAD: Ground = { region: 2, community: '/s01/c1/', path: '/s01/c1/g1/b1/', mark: '丙' }
/** Somebody's own matter, outside the area of their grant. */
export const OWN: Ground = { ...THERE, mark: '丁' }

const LEVELS = ['street', 'community', 'grid', 'building']

/** Opens every area on the way to the grounds. */
export async function breakGround({ admin }: TestHouse): Promise<void> {
  for (const { region, path } of [HERE, THERE, ABROAD]) {
    const codes = path.split('/').filter(Boolean)
    for (const [index, code] of codes.entries()) {
      const parent = index === 0 ? '/' : `/${codes.slice(0, index).join('/')}/`
      await admin.query(
        `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now()) on conflict (region_id, path) do nothing`,
        [region, newId(), `${parent}${code}/`, parent, LEVELS[index], code, `${code}号`, newSlug()],
      )
    }
  }
}

/** Letters of the marks. A mark may carry a number, so that one person's own canaries are told from another's: 丁007. */
export const MARKS = '甲乙丙丁戊己庚辛壬癸子丑'

/** The words by which a canary is known again: `金丝雀甲` in texts, and a phone number that nobody else has. */
export const canaryText = ({ mark }: Pick<Ground, 'mark'>, what: string): string => `${what}金丝雀${mark}`
/** 甲 is 13811110001, 丁007 is 13844444007: neither the number nor what its mask shows stands for another mark. */
export function canaryPhone({ mark }: Pick<Ground, 'mark'>): string {
  const index = MARKS.indexOf(mark.charAt(0))
  const [prefix, at] = [index < 9 ? '138' : '139', (index % 9) + 1]
  const serial = mark.slice(1)
  return `${prefix}${String(at).repeat(4)}${serial === '' ? `000${at}` : `${at}${serial.padStart(3, '0')}`}`
}
/** The phones of the marks without a number. */
export const CANARY_PHONES: readonly string[] = [...MARKS].map((mark) => canaryPhone({ mark }))
