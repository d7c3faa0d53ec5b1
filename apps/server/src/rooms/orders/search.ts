import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let cutter: Jieba | undefined
const MOST_TOKENS = 2000

/** The searchable words of a text: Chinese cut for search (jieba), Latin lower-cased, single punctuation dropped. */
export function tokensOf(text: string): string[] {
  cutter ??= Jieba.withDict(dict) // read once, on first use: it costs a start 200 ms
  const tokens = new Set<string>()
  for (const token of cutter.cutForSearch(text.toLowerCase(), true)) {
    if (/[\p{L}\p{N}]/u.test(token) && token.length <= 60) tokens.add(token)
    if (tokens.size >= MOST_TOKENS) break
  }
  return [...tokens]
}
