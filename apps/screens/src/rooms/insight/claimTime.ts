import type { Words } from '@linli/contract'

/** A length of time as one large number and its unit. */
export type Length = { readonly value: string; readonly unit: Words }

const UNITS = [
  [86_400, { zh: '天', en: 'd' }],
  [3600, { zh: '小时', en: 'h' }],
  [60, { zh: '分钟', en: 'min' }],
  [1, { zh: '秒', en: 's' }],
] as const satisfies readonly (readonly [number, Words])[]

/** Seconds in the largest unit of which there are two or more, below ten with one decimal: 45 秒, 8 分钟, 2.5 小时. */
export function lengthOf(seconds: number): Length {
  const [size, unit] = UNITS.find(([size]) => seconds >= 2 * size) ?? [1, UNITS[3][1]]
  const many = seconds / size
  const value = many < 10 && size > 60 ? Math.round(many * 10) / 10 : Math.round(many)
  return { value: String(value), unit }
}
