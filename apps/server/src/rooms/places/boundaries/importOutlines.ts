import type { OutlineImport, OutlineWarning } from '@linli/contract/places/boundaryShapes'
import type { boundaryEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { fits } from '../../../kernel/policy/policy.ts'
import { invalid } from '../../../kernel/problem.ts'
import { wrongFile } from '../errors.ts'
import { standingAt } from '../policy.ts'
import { inWorker } from '../registers/inWorker.ts'
import { breathe } from '../registers/register.ts'
import { columnFor, columnsOf } from '../rules/matchAreas.ts'
import { outlinesStatements, positionsStatements } from '../store/outlines.ts'
import { lockImports } from '../store.ts'
import { namedAreas } from '../views/outlines.ts'
import { type Outlined, outlineIndex } from './outlineIndex.ts'
import { forgetOutlines, outlinesNow } from './outlinesNow.ts'
import { type ImportPlan, planImport } from './planImport.ts'
import { boundaryPolicy } from './policy.ts'
import type { Features } from './readFeatures.ts'
import { warningsOf } from './warnings.ts'

const WORKER = new URL('./featuresWorker.ts', import.meta.url)
const MOST_ERRORS = 200
const MOST_WARNINGS = 100
/** Other requests come in between. */
const AREAS_AT_ONCE = 20

/**
 * Takes in a file of outlines (faces) or positions (points): every feature or none. What is known and the same changes
 * nothing, so a file may come again. With `check` nothing is written and the answer says what would be.
 */
export async function importOutlines(
  { db }: Deps,
  request: HandlerRequest<typeof boundaryEndpoints.importOutlines>,
): Promise<OutlineImport> {
  const { me, file, query } = request
  if (!file) throw invalid([{ field: 'file', message: '请选择一个文件。' }])
  if (file.bytes.length === 0) throw wrongFile([{ field: 'file', message: '文件是空的，请重新选择。' }])
  const { features, movedMetres } = await inWorker<Features>(WORKER, {
    bytes: file.bytes,
    from: query.coordinates,
  })
  const column = columnFor(features, query.column)
  if (column === undefined)
    throw wrongFile([
      {
        field: 'column',
        message: `请填上写着名称或编号的那一列。文件里有：${columnsOf(features).slice(0, 20).join('、') || '一列也没有'}。`,
      },
    ])
  const mayDraw = (path: string) => fits(boundaryPolicy.operations.importOutlines, me, standingAt(me, path))
  const said = { column, featuresRead: features.length, movedMetres }
  const drawnBefore = await outlinesNow(db, me.region)
  const answer = await db.transaction(request.scope, async (tx): Promise<OutlineImport> => {
    await lockImports(tx, me.region)
    const areas = await namedAreas(tx, me.region, query.parent ?? '/')
    const plan = planImport(features, column, areas, mayDraw)
    const { outlines, positions, errors } = plan
    const warnings = errors.length > 0 ? [] : await warningsTogether(plan, drawnBefore.drawn)
    const result = {
      ...said,
      added: plan.added,
      changed: plan.changed,
      unchanged: plan.unchanged,
      errorCount: errors.length,
      errors: errors.slice(0, MOST_ERRORS),
      warningCount: warnings.length,
      warnings: warnings.slice(0, MOST_WARNINGS),
    }
    if (errors.length > 0 || query.check) return { ...result, applied: false }
    const drawn = outlines.map(({ area, region }) => ({
      path: area.path,
      outline: { type: 'MultiPolygon', coordinates: region } as const,
    }))
    for (const statement of [
      ...outlinesStatements(me.region, drawn, me.personId),
      ...positionsStatements(me.region, positions, me.personId),
    ])
      await tx.query(statement)
    const facts = { features: features.length, added: plan.added, changed: plan.changed }
    await tx.query(auditStatement(me, { action: 'importOutlines', subjectKind: 'outlines', facts }))
    await tx.query(outboxStatement(me.region, 'places.outlinesImported.1', facts))
    const applied = { ...result, applied: true }
    await tx.query(request.remember(applied))
    return applied
  })
  if (answer.applied) forgetOutlines(db, me.region)
  return answer
}

/** What does not fit when all of the file is drawn, each pair once. */
async function warningsTogether(plan: ImportPlan, before: readonly Outlined[]): Promise<OutlineWarning[]> {
  const drawn = plan.outlines.map(({ area: { path, level, fullName, name }, region }) => ({
    path,
    level,
    name: fullName || name,
    region,
  }))
  const paths = new Set(drawn.map(({ path }) => path))
  const index = outlineIndex([...before.filter(({ path }) => !paths.has(path)), ...drawn])
  const found: OutlineWarning[] = []
  const done = new Set<string>()
  for (const [at, one] of drawn.entries()) {
    if (at % AREAS_AT_ONCE === 0) await breathe()
    found.push(...warningsOf(one, index, ({ path }) => !done.has(path)))
    done.add(one.path)
  }
  return found.sort((a, b) => b.squareMetres - a.squareMetres)
}
