import { invalid, malformedText } from '../problem.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/** No input of ours nests deeper than five; far below what would exhaust a reader's stack. */
const DEEPEST = 16

/**
 * Refuses texts that PostgreSQL or a later reader cannot hold: NUL and other control characters, lone surrogates; and
 * what is nested without end.
 * @throws malformedText naming the first such field, invalid for the nesting
 */
export function assertWellFormed(value: unknown, field = '', depth = 0): void {
  if (depth > DEEPEST) throw invalid()
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value) || !value.isWellFormed())
      throw malformedText([{ field, message: malformedText.words.zh }])
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) assertWellFormed(entry, `${field}.${index}`, depth + 1)
  } else if (value && typeof value === 'object') {
    for (const [name, entry] of Object.entries(value)) {
      assertWellFormed(name, field)
      assertWellFormed(entry, field ? `${field}.${name}` : name, depth + 1)
    }
  }
}
