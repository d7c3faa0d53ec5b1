import type { PromiseKind, Side } from '@linli/contract/partners/words'
import type { Answer } from '../../../kit/endpoints.ts'

export type Agreement = Answer<'getAgreement'>
export type PromiseItem = Agreement['items'][number]

export type PromiseDraft = {
  readonly id: string
  readonly kind: PromiseKind
  readonly side: Side
  readonly words: string
  readonly dueOn: string
  readonly fen?: number
}
const SIDE_WORDS: { readonly [word: string]: Side } = {
  单位: 'unit',
  社区: 'community',
  unit: 'unit',
  community: 'community',
}
const YUAN = /^(\d{1,11})(?:\.(\d{1,2}))?$/

/** Yuan as people write it, in fen, exactly; undefined when it is none. */
export function fenOf(yuan: string): number | undefined {
  const [, whole, part = ''] = YUAN.exec(yuan.normalize('NFKC').replaceAll(',', '')) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/**
 * Promises as they are typed or pasted, one a line: side, what, due day, and yuan where it is funds; parted by tabs or commas.
 * @param newId makes the id of each
 * @returns the promises, and the lines that cannot be read, counted from 1
 */
export function promisesOf(text: string, newId: () => string): { promises: PromiseDraft[]; wrong: number[] } {
  const promises: PromiseDraft[] = []
  const wrong: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [by = '', words = '', due = '', yuan = ''] = line.split(/[\t,，]/).map((cell) => cell.trim())
    const side = SIDE_WORDS[by]
    const dueOn = due.normalize('NFKC')
    const fen = yuan === '' ? undefined : fenOf(yuan)
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(dueOn) && !Number.isNaN(Date.parse(dueOn))
    if (!side || words === '' || !isDay || (yuan !== '' && !fen)) wrong.push(index + 1)
    else
      promises.push({
        id: newId(),
        side,
        words,
        dueOn,
        ...(fen === undefined ? { kind: 'task' as const } : { kind: 'funds' as const, fen }),
      })
  }
  return { promises, wrong }
}
