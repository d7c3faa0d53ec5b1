import { type Actor, rangesOf } from '../../../kernel/auth/actor.ts'
import { type Range, within } from '../../../kernel/db/scope.ts'
import { notFound } from '../../../kernel/problem.ts'
import { FIGURE_READERS } from '../policy.ts'

/** Which area somebody asks for, how many codes deep it lies, and what they may read. @throws notFound outside, or deeper than is counted */
export function areaAsked(
  me: Actor,
  asked: string | undefined,
  deepest: number,
): { readonly area: string; readonly depth: number; readonly ranges: readonly Range[] } {
  const ranges = rangesOf(me, FIGURE_READERS)
  const area = asked ?? ranges[0]?.lo
  const depth = area === undefined ? 0 : area.split('/').length - 2
  if (area === undefined || depth > deepest || !within(area, ranges)) throw notFound()
  return { area, depth, ranges }
}
