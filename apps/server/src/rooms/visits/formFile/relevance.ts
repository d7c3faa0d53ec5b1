import type { Condition } from '@linli/contract/visits/shapes'

/** Lists of conditions of which one must hold as a whole. */
export type Alternatives = readonly (readonly Condition[])[]
/** Says what an answer to a question of the file is called here; undefined for what it does not have. */
export type Named = (question: string, answer: string) => Condition | undefined

type Token =
  | { readonly kind: 'and' | 'or' | 'open' | 'close' }
  | { readonly kind: 'is'; readonly is: Condition }

const WORDS = [
  ['and', /^and\b/i],
  ['or', /^or\b/i],
  ['open', /^\(/],
  ['close', /^\)/],
] as const
const EQUALS = /^\$\{([\w.-]+)\}\s*=\s*(?:'([^']*)'|"([^"]*)"|(\d+))/
const SELECTED = /^selected\(\s*\$\{([\w.-]+)\}\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)/i

/**
 * Reads a `relevant` of the common form: `${q}='x'`, `selected(${q}, 'x')`, joined by and, or and brackets.
 * @returns undefined for anything else, so that it is named and not guessed
 */
export function relevanceOf(text: string, named: Named): Alternatives | undefined {
  const tokens = tokensOf(text, named)
  if (!tokens) return undefined
  const at = { index: 0 }
  const found = eitherOf(tokens, at)
  return found && at.index === tokens.length ? found : undefined
}

function tokensOf(text: string, named: Named): Token[] | undefined {
  const tokens: Token[] = []
  let rest = text.trim()
  while (rest !== '') {
    const found = tokenAt(rest, named)
    if (!found) return undefined
    tokens.push(found.token)
    rest = rest.slice(found.length).trim()
  }
  return tokens
}

function tokenAt(rest: string, named: Named): { token: Token; length: number } | undefined {
  for (const [kind, form] of WORDS) {
    const word = form.exec(rest)
    if (word) return { token: { kind }, length: word[0].length }
  }
  const found = SELECTED.exec(rest) ?? EQUALS.exec(rest)
  const is = found?.[1] && named(found[1], found[2] ?? found[3] ?? found[4] ?? '')
  return found && is ? { token: { kind: 'is', is }, length: found[0].length } : undefined
}

type At = { index: number }

function eitherOf(tokens: readonly Token[], at: At): Alternatives | undefined {
  let all = allOf(tokens, at)
  while (all && tokens[at.index]?.kind === 'or') {
    at.index += 1
    const next = allOf(tokens, at)
    all = next && [...all, ...next]
  }
  return all
}

function allOf(tokens: readonly Token[], at: At): Alternatives | undefined {
  let all = oneOf(tokens, at)
  while (all && tokens[at.index]?.kind === 'and') {
    at.index += 1
    const next = oneOf(tokens, at)
    all = next && both(all, next)
  }
  return all
}

function oneOf(tokens: readonly Token[], at: At): Alternatives | undefined {
  const token = tokens[at.index]
  at.index += 1
  if (token?.kind === 'is') return [[token.is]]
  if (token?.kind !== 'open') return undefined
  const inside = eitherOf(tokens, at)
  if (tokens[at.index]?.kind !== 'close') return undefined
  at.index += 1
  return inside
}

/** Both hold: every list of the one with every list of the other. */
export const both = (one: Alternatives, other: Alternatives): Alternatives =>
  one.flatMap((list) => other.map((next) => [...list, ...next]))
