import type { placeEndpoints } from '@linli/contract/places/endpoints'
import type { ImportResult } from '@linli/contract/places/shapes'
import type { Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { every } from '../../../kernel/jobs/ticker.ts'
import { Problem } from '../../../kernel/problem.ts'
import { beatRun, finishRun, insertRun, loseRun, type Progress, refuseRun } from '../store/runs.ts'

const BEAT_MILLISECONDS = 1000

/** The statement that belongs into the commit of an import's effect. */
export type Ending = (result: ImportResult) => Promise<Sql>
export type Following = {
  readonly db: Database
  readonly request: HandlerRequest<typeof placeEndpoints.importRegister>
  readonly progress: Progress
  readonly patienceMilliseconds: number
  readonly report: (error: Error) => void
}

/**
 * Answers with an import's end when it comes soon, as any command is answered; otherwise with the id of a run, whose row
 * says every second how far it is, and the import goes on by itself. Its end stands in the same commit as its effect: a
 * server that stops before that has written nothing, and its row goes quiet.
 * @param work the import; it puts the statement that `ending` gives into its commit
 */
export async function answerOrFollow(
  following: Following,
  work: (ending: Ending) => Promise<ImportResult>,
): Promise<ImportResult> {
  const { db, request, progress } = following
  const { region, personId } = request.me
  const id = newId()
  const { register } = request.params
  let handedOver: Promise<unknown> | undefined
  let isEnding = false
  const finished = work(async (result) => {
    isEnding = true
    if (!handedOver) return request.remember(result)
    await handedOver
    return finishRun(region, id, progress, result)
  })
  const soon = await within(finished, following.patienceMilliseconds)
  if (soon || isEnding) return finished
  const answer = { ...NOTHING_YET, register, rowsRead: progress.rowsRead, run: id }
  handedOver = db.commit(request.scope, [
    insertRun(region, id, register, personId, progress),
    request.remember(answer),
  ])
  followToEnd(following, id, finished, handedOver)
  await handedOver
  return answer
}

const NOTHING_YET = { applied: false, added: 0, changed: 0, unchanged: 0, errorCount: 0, errors: [] }

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  try {
    return await Promise.race([work, patience])
  } finally {
    clearTimeout(timer)
  }
}

/** Keeps the row of a run alive, and says its end where the import itself wrote nothing. */
function followToEnd(
  { db, request, progress, report }: Following,
  id: string,
  finished: Promise<ImportResult>,
  handedOver: Promise<unknown>,
): void {
  const { region } = request.me
  const write = async (statement: Sql): Promise<void> => {
    await db.commit(request.scope, [statement])
  }
  const beat = every(BEAT_MILLISECONDS, () => write(beatRun(region, id, progress)), report)
  const said = finished.then(
    (result) => (result.applied ? undefined : write(finishRun(region, id, progress, result))),
    async (error: Error) => {
      const sentence = error instanceof Problem ? error.fields[0]?.message : undefined
      if (sentence) return write(refuseRun(region, id, sentence))
      // What the request itself was refused for, it has been told.
      const isTold = await handedOver.then(
        () => false,
        () => true,
      )
      if (!isTold) report(error)
      return write(loseRun(region, id))
    },
  )
  void said.catch(report).then(() => beat.stop())
}
