import { reportEndpoints } from '@linli/contract/partners/endpoints'
import { room } from '../../../kernel/http/room.ts'
import type { PartnerNeeds } from '../needs.ts'
import { answerReport, drawReport, reportFile } from './actions.ts'
import { reportPolicy } from './policy.ts'
import { listReports, unitReports, unitWaiting } from './views.ts'

/** 双报告: what a unit did in a community, seen and answered by the unit before anybody takes it away. */
export const reportsRoom = (needs: Pick<PartnerNeeds, 'db' | 'terms'>) =>
  room({
    name: 'unitReports',
    endpoints: reportEndpoints,
    policy: reportPolicy,
    handlers: {
      drawReport: (request) => drawReport(needs, request),
      answerReport: (request) => answerReport(needs, request),
      listReports: ({ me, query }) => listReports(needs.db, me, query),
      unitReports: ({ me, query }) => unitReports(needs.db, me, query),
      reportFile: (request) => reportFile(needs, request),
      unitWaiting: ({ me }) => unitWaiting(needs, me),
    },
  })
