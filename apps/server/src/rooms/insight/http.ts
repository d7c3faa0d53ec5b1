import { insightEndpoints } from '@linli/contract/insight/endpoints'
import { room } from '../../kernel/http/room.ts'
import { foldEvents } from './count.ts'
import { markBehind } from './ground.ts'
import type { InsightNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { coverageOf } from './views/coverage.ts'
import { figuresOf } from './views/figures.ts'
import { serviceListsOf } from './views/serviceLists.ts'
import { workbookOf } from './views/workbook.ts'

export const insightRoom = (needs: InsightNeeds) =>
  room({
    name: 'insight',
    endpoints: insightEndpoints,
    policy,
    fold: async (tx, region, events) => {
      await foldEvents(needs, tx, region, events)
      await markBehind(tx, region, events)
    },
    handlers: {
      getServiceLists: ({ me, query }) => serviceListsOf(needs, me, query),
      getFigures: ({ me, query }) => figuresOf(needs, me, query),
      getCoverage: ({ me, query }) => coverageOf(needs, me, query),
      exportFigures: async ({ me, query }) => {
        const figures = await figuresOf(needs, me, query)
        return {
          file: workbookOf(figures),
          mediaType: insightEndpoints.exportFigures.file,
          name: `数字-${figures.name}-${figures.to}.xlsx`,
        }
      },
    },
  })
