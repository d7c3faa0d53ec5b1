/** A word of a searched address. `start`: must begin a word of the name, so that 3栋 does not find 13栋. */
export type AddressWord = { readonly text: string; readonly start: boolean }
export type AddressSearch = {
  readonly words: readonly AddressWord[]
  /** The room asked for, when the last word can be one: `501`, `501室`. */
  readonly room: string | null
  /** The words without the room. */
  readonly areaWords: readonly AddressWord[]
}

/** Words after which a Chinese address goes on with the next part; the view splits names at the same ones. */
export const PART_ENDS = '号楼|栋|幢|座|单元|小区|社区|网格|街道|家园|花园|苑|室'
const PARTS = new RegExp(`(${PART_ENDS})`, 'g')

/** Splits what a person typed or heard: `阳光小区3栋2单元501` becomes 阳光小区, 3栋, 2单元 and room 501. */
export function addressWords(typed: string): AddressSearch {
  const words = typed
    .normalize('NFKC')
    .replace(PARTS, '$1 ')
    .split(/[\s,，。、\-—_/]+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((text) => ({ text, start: /^\d/.test(text) }))
  const room = /^([A-Za-z]?\d{1,5}[A-Za-z]?)室?$/.exec(words.at(-1)?.text ?? '')?.[1] ?? null
  return { words, room, areaWords: room ? words.slice(0, -1) : words }
}
