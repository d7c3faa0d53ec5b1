import type { ListLine } from '@linli/contract/partners/sharingShapes'
import type { ListKind } from '@linli/contract/partners/words'

/** The lines of one kind as one writes them: a line each. */
export const wordsOf = (lines: readonly ListLine[], kind: ListKind): string =>
  lines
    .filter((line) => line.kind === kind)
    .map(({ words }) => words.replaceAll('\n', ' '))
    .join('\n')

/** And back: what is not empty is a line, with an id of its own. */
export const linesOf = (words: string, kind: ListKind, newKey: () => string): ListLine[] =>
  words.split('\n').flatMap((line) => (line.trim() ? [{ id: newKey(), kind, words: line.trim() }] : []))
