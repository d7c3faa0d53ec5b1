import { endpoints } from '../endpoint.ts'
import { Count, Id, Instant, Nullable, Optional, PageOf, PageQuery, Shape, Text, Type } from '../schema.ts'

/** One recorded look or administrative act, done or refused. */
export const AuditEntry = Shape({
  id: Id(),
  at: Instant(),
  actorName: Nullable(Type.String()),
  action: Type.String(),
  subjectKind: Type.String(),
  subjectId: Nullable(Id()),
  reason: Nullable(Type.String()),
  /** It was tried and refused: nothing was shown or changed. */
  refused: Type.Boolean(),
})

/** Whether the audit chain is whole: how many entries are sealed, how many wait, and the seals that do not fit. */
export const AuditChain = Shape({ sealed: Count(), waiting: Count(), broken: Type.Array(Count()) })

export const systemEndpoints = endpoints({
  live: {
    kind: 'stream',
    method: 'GET',
    path: '/live',
    summary: { zh: '实时更新', en: 'Live events (server-sent)' },
    response: Type.String(),
  },
  listAudit: {
    kind: 'read',
    method: 'GET',
    path: '/audit',
    summary: { zh: '查看记录', en: 'Who looked at what, and why' },
    query: Shape({
      ...PageQuery,
      action: Optional(Text('操作', 60)),
      subjectId: Optional(Id('对象')),
      refused: Optional(Type.Boolean({ title: '只看被拒绝的' })),
    }),
    response: PageOf(AuditEntry),
  },
  checkAudit: {
    kind: 'read',
    method: 'GET',
    path: '/audit/chain',
    summary: { zh: '核对查看记录', en: 'Verify the audit chain' },
    response: AuditChain,
  },
})
