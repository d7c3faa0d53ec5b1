/** 138****1234: the first three and last four digits, as kept beside the cipher (`1381234`). */
export function maskPhone(tail: string | null): string | null {
  return tail && tail.length === 7 ? `${tail.slice(0, 3)}****${tail.slice(3)}` : null
}

/** What of a phone number may stand unencrypted beside its cipher. */
export const phoneTail = (phone: string): string => phone.slice(0, 3) + phone.slice(-4)

/** 王*: the family name and one star a letter, at most two. */
export function maskName(name: string | null): string | null {
  if (!name) return name
  const letters = [...name]
  return (letters[0] ?? '') + '*'.repeat(Math.min(Math.max(letters.length - 1, 1), 2))
}
