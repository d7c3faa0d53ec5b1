/**
 * What was decided about one requirement of a standard or law, and what shows it. Texts are our own: the standard's are
 * looked up by the number.
 * - `met`: the house does it; `tests` show it, where a test can.
 * - `operator`: the installation has to do it, as docs/operating.md says; a person checks.
 * - `person`: a matter of judgement, paper or law that only a person of the place can confirm.
 * - `notApplicable`: what it speaks of does not exist here.
 * - `open`: not done.
 */
export type Requirement = {
  /** The standard's own number: `V6.2.4`. */
  readonly id: string
  /** Level of ASVS; 0 where the standard has none. */
  readonly level: 0 | 1 | 2
  /** What it is about, in our words. */
  readonly about: string
  readonly state: State
  /** How it is met, who has to do it, or why it does not apply: one or two sentences. */
  readonly how: string
  /** `path#part of a test's title`, checked to exist. */
  readonly tests?: readonly string[]
}

export const STATES = {
  met: '做到 met',
  operator: '由安装方 by the operator',
  person: '由人确认 a person must check',
  notApplicable: '不适用 not applicable',
  open: '未做 open',
} as const
export type State = keyof typeof STATES

export type Chapter = { readonly title: string; readonly requirements: readonly Requirement[] }
/** One page of docs/security. */
export type Standard = { readonly page: string; readonly head: string; readonly chapters: readonly Chapter[] }

type Row = (
  id: string,
  level: Requirement['level'],
  about: string,
  how: string,
  ...tests: readonly string[]
) => Requirement

const rowOf =
  (state: State): Row =>
  (id, level, about, how, ...tests) => ({ id, level, about, state, how, tests })

export const met = rowOf('met')
export const operator = rowOf('operator')
export const person = rowOf('person')
export const notApplicable = rowOf('notApplicable')
export const open = rowOf('open')
