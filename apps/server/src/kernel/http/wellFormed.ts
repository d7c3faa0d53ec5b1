import { malformedText } from '../problem.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/**
 * Refuses texts that PostgreSQL or a later reader cannot hold: NUL and other control characters, lone surrogates.
 * @throws malformedText naming the first such field
 */
export function assertWellFormed(value: unknown, field = ''): void {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value) || !value.isWellFormed())
      throw malformedText([{ field, message: malformedText.words.zh }])
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) assertWellFormed(entry, `${field}.${index}`)
  } else if (value && typeof value === 'object') {
    for (const [name, entry] of Object.entries(value)) {
      assertWellFormed(name, field)
      assertWellFormed(entry, field ? `${field}.${name}` : name)
    }
  }
}
