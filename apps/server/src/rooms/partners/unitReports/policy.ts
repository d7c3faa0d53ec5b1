import type { reportEndpoints } from '@linli/contract/partners/endpoints'
import { type Actor, covers } from '../../../kernel/auth/actor.ts'
import { demand, type Policy, who } from '../../../kernel/policy/policy.ts'
import { liaisonOf, OFFICE } from '../policy.ts'

const office = who('inScope', ...OFFICE)
const liaison = who('assigned', 'unitHandler')

/** The community draws, the unit answers; both read it. */
export const reportPolicy: Policy<keyof typeof reportEndpoints> = {
  operations: {
    drawReport: office,
    answerReport: liaison,
    listReports: office,
    unitReports: who('inScope', 'unitHandler'),
    reportFile: [...office, ...liaison],
    unitWaiting: who('inScope', 'unitHandler'),
  },
  stepUp: ['reportFile'],
  subjects: { '/unit-reports/:id': 'unitReport' },
}

/** The second gate, on the report itself. @throws forbidden */
export const demandFor = (
  operation: keyof typeof reportPolicy.operations,
  me: Actor,
  { path, unitId }: { readonly path: string; readonly unitId?: string },
): void =>
  demand(reportPolicy.operations[operation], me, (role) => [
    ...(unitId && role === 'unitHandler' && liaisonOf(me).includes(unitId) ? (['assigned'] as const) : []),
    ...(covers(me, role, path) ? (['inScope'] as const) : []),
  ])
