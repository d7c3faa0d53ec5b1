import { endpoints } from '../endpoint.ts'
import * as shapes from './gridPlanShapes.ts'

/** 网格规划: proposals for the grids of a community, looked at, changed and accepted by a person. */
export const gridPlanEndpoints = endpoints({
  listGridPlans: {
    kind: 'read',
    method: 'GET',
    path: '/grid-plans',
    summary: { zh: '网格规划方案', en: 'Plans of grids' },
    query: shapes.GridPlansQuery,
    response: shapes.GridPlanPage,
  },
  getGridPlan: {
    kind: 'read',
    method: 'GET',
    path: '/grid-plans/:id',
    summary: { zh: '一份网格规划', en: 'One plan of grids' },
    params: shapes.GridPlanParams,
    response: shapes.GridPlanView,
  },
  openGridPlan: {
    kind: 'command',
    method: 'POST',
    path: '/grid-plans',
    summary: { zh: '规划网格', en: 'Plan grids' },
    body: shapes.OpenGridPlanBody,
    response: shapes.GridPlanResult,
    status: 201,
  },
  changeGridPlan: {
    kind: 'command',
    method: 'POST',
    path: '/grid-plans/:id/change',
    summary: { zh: '改网格规划', en: 'Change a plan of grids' },
    params: shapes.GridPlanParams,
    body: shapes.ChangeGridPlanBody,
    response: shapes.GridPlanResult,
  },
  acceptGridPlan: {
    kind: 'command',
    method: 'POST',
    path: '/grid-plans/:id/accept',
    summary: { zh: '采用网格规划', en: 'Accept a plan of grids' },
    params: shapes.GridPlanParams,
    body: shapes.AcceptGridPlanBody,
    response: shapes.AcceptedGridPlan,
  },
  dropGridPlan: {
    kind: 'command',
    method: 'POST',
    path: '/grid-plans/:id/drop',
    summary: { zh: '放弃网格规划', en: 'Drop a plan of grids' },
    params: shapes.GridPlanParams,
    body: shapes.DropGridPlanBody,
    response: shapes.GridPlanResult,
  },
})
