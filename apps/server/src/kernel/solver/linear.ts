import highs from 'highs'
import { inWorker, OutOfTime } from './inWorker.ts'

/**
 * A linear program: columns with a cost and bounds, rows with bounds over some of the columns; the cost is minimised.
 * An upper bound of null is none.
 */
export type Linear = {
  readonly columns: readonly { readonly cost: number; readonly upper: number | null }[]
  readonly rows: readonly {
    readonly terms: readonly (readonly [column: number, factor: number])[]
    readonly least: number | null
    readonly most: number | null
  }[]
}
/** The best value of each column, and their cost. */
export type LinearAnswer = { readonly values: readonly number[]; readonly cost: number }

/** Solves a linear program in a thread of its own. @throws OutOfTime; Error when it has no solution */
export async function solveLinear(problem: Linear, seconds: number): Promise<LinearAnswer> {
  const found = await inWorker<LinearAnswer | null>({
    module: new URL(import.meta.url),
    name: 'solveWithin',
    input: { problem, seconds },
    seconds: seconds + 1,
  })
  if (!found) throw new OutOfTime(seconds)
  return found
}

// The package's types are those of its CommonJS form, whose function is its `default`; what is imported here is the function.
const load = highs as unknown as typeof highs.default
let solver: ReturnType<typeof load> | undefined
/** Loaded once a thread; each call of `solve` works on a model of its own. */
const loaded = (): ReturnType<typeof load> => {
  solver ??= load()
  return solver
}

type Within = { readonly problem: Linear; readonly seconds: number }

/** Solves in the thread that calls. @throws OutOfTime; Error when the solver did not reach the best value */
export async function solveHere(within: Within): Promise<LinearAnswer> {
  const found = await solveWithin(within)
  if (!found) throw new OutOfTime(within.seconds)
  return found
}

/** The same for `solveLinear`, whose thread hands on answers and not errors' kinds: null when the time was over. */
export async function solveWithin({ problem, seconds }: Within): Promise<LinearAnswer | null> {
  const found = (await loaded()).solve(textOf(problem), { output_flag: false, time_limit: seconds })
  if (found.Status === 'Time limit reached') return null
  if (found.Status !== 'Optimal') throw new Error(`the solver says ${found.Status}`)
  const values = problem.columns.map((_, index) => {
    const column = found.Columns[`x${index}`]
    return column && 'Primal' in column ? column.Primal : 0
  })
  return { values, cost: found.ObjectiveValue }
}

/** The program in the CPLEX LP format, a term a line: readers of it limit the length of lines. */
function textOf({ columns, rows }: Linear): string {
  const lines = [
    'Minimize',
    ' cost:',
    ...columns.map(({ cost }, index) => ` + ${cost} x${index}`),
    'Subject To',
  ]
  for (const [index, { terms, least, most }] of rows.entries()) {
    const sum = terms.map(([column, factor]) => ` ${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${column}`)
    if (least !== null && least === most) lines.push(` e${index}:`, ...sum, ` = ${most}`)
    else {
      if (least !== null) lines.push(` l${index}:`, ...sum, ` >= ${least}`)
      if (most !== null) lines.push(` m${index}:`, ...sum, ` <= ${most}`)
    }
  }
  lines.push('Bounds')
  for (const [index, { upper }] of columns.entries())
    lines.push(upper === null ? ` x${index} >= 0` : ` 0 <= x${index} <= ${upper}`)
  return [...lines, 'End', ''].join('\n')
}
