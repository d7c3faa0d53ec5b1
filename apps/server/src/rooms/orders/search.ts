import { searchWordsOf } from '../../kernel/text/cutter.ts'

const MOST_TOKENS = 2000

/** The searchable words of a text, each once. */
export const tokensOf = (text: string): string[] => [...new Set(searchWordsOf(text))].slice(0, MOST_TOKENS)
