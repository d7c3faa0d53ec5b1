import { endpoints } from '../endpoint.ts'
import { Type } from '../schema.ts'
import { Coverage } from './coverage.ts'
import * as shapes from './shapes.ts'

export const insightEndpoints = endpoints({
  getFigures: {
    kind: 'read',
    method: 'GET',
    path: '/insight/figures',
    summary: { zh: '数字', en: 'Figures' },
    query: shapes.FiguresQuery,
    response: shapes.Figures,
  },
  exportFigures: {
    kind: 'read',
    method: 'GET',
    path: '/insight/figures.xlsx',
    summary: { zh: '导出数字', en: 'Export the figures' },
    query: shapes.FiguresQuery,
    response: Type.Any(),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  getServiceLists: {
    kind: 'read',
    method: 'GET',
    path: '/insight/service-lists',
    summary: { zh: '三张清单', en: 'The three lists' },
    query: shapes.FiguresQuery,
    response: shapes.ServiceLists,
  },
  getCoverage: {
    kind: 'read',
    method: 'GET',
    path: '/insight/coverage',
    summary: { zh: '底数和覆盖', en: 'Coverage' },
    query: shapes.CoverageQuery,
    response: Coverage,
  },
})
