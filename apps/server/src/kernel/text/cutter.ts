import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let kept: Jieba | undefined
/** Read once, on first use: the dictionary costs a start 200 ms. */
const cutter = (): Jieba => {
  kept ??= Jieba.withDict(dict)
  return kept
}

const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word) && word.length <= 60

/** A Chinese text cut into its words, Latin lower-cased, marks dropped. */
export const wordsOf = (text: string): string[] => cutter().cut(text.toLowerCase(), true).filter(isWord)

/** The same with the shorter words inside long ones, for searching. */
export const searchWordsOf = (text: string): string[] =>
  cutter().cutForSearch(text.toLowerCase(), true).filter(isWord)

/** Words that the dictionary takes for names of people; a guess. */
export const nameLike = (text: string): string[] =>
  cutter()
    .tag(text)
    .flatMap(({ tag, word }) => (tag.startsWith('nr') && word.length > 1 ? [word] : []))
