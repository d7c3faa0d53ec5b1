/**
 * The code of a new area: its own number where the name begins with one that is free (3栋 under prefix b is `b3`),
 * else the next after the highest ever used. `used` holds closed siblings too, since a code is never used again.
 */
export function nextCode(prefix: string, name: string, used: ReadonlySet<string>): string {
  const own = /^0*([1-9]\d{0,5})/.exec(name)?.[1]
  if (own && !used.has(prefix + own)) return prefix + own
  let highest = 0
  for (const code of used) {
    const number = code.startsWith(prefix) ? Number(code.slice(prefix.length)) : Number.NaN
    if (Number.isInteger(number) && number > highest) highest = number
  }
  return `${prefix}${highest + 1}`
}

/** `/s1/` and `c3` make `/s1/c3/`. */
export const below = (parent: string, code: string): string => `${parent}${code}/`
