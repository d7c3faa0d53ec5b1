import { endpoints } from '../endpoint.ts'
import { Shape, Type } from '../schema.ts'
import * as shapes from './shapes.ts'

export { aliasEndpoints } from './aliasEndpoints.ts'
export { boundaryEndpoints } from './boundaryEndpoints.ts'
export { dayEndpoints } from './dayEndpoints.ts'
export { gridPlanEndpoints } from './gridPlanEndpoints.ts'
export { redrawEndpoints } from './redrawEndpoints.ts'
export { ruleEndpoints } from './ruleEndpoints.ts'

export const placeEndpoints = endpoints({
  getPlace: {
    kind: 'read',
    method: 'GET',
    path: '/place',
    summary: { zh: '本地信息和服务目录', en: 'The place and its catalogue' },
    response: shapes.PlaceView,
  },
  listAreas: {
    kind: 'read',
    method: 'GET',
    path: '/areas',
    summary: { zh: '下一级地点', en: 'Areas below an area' },
    query: shapes.AreasQuery,
    response: Shape({ items: Type.Array(shapes.AreaRow) }),
  },
  getArea: {
    kind: 'read',
    method: 'GET',
    path: '/areas/one',
    summary: { zh: '一个地点', en: 'One area' },
    query: shapes.AreaQuery,
    response: shapes.AreaRow,
  },
  findPlaceByCode: {
    kind: 'read',
    method: 'GET',
    path: '/place-codes/:slug',
    summary: { zh: '扫码认地点', en: 'The place of a scanned code' },
    params: shapes.CodeParams,
    response: shapes.ScannedPlace,
  },
  openArea: {
    kind: 'command',
    method: 'POST',
    path: '/areas',
    summary: { zh: '新设地点', en: 'Open an area' },
    body: shapes.OpenAreaBody,
    response: shapes.AreaResult,
    status: 201,
  },
  renameArea: {
    kind: 'command',
    method: 'POST',
    path: '/areas/:id/rename',
    summary: { zh: '地点改名', en: 'Rename an area' },
    params: shapes.AreaParams,
    body: shapes.RenameAreaBody,
    response: shapes.AreaResult,
  },
  closeArea: {
    kind: 'command',
    method: 'POST',
    path: '/areas/:id/close',
    summary: { zh: '撤销地点', en: 'Close an area' },
    params: shapes.AreaParams,
    body: shapes.CloseAreaBody,
    response: shapes.AreaResult,
  },
  areaCodeSheet: {
    kind: 'read',
    method: 'GET',
    path: '/areas/:id/codes',
    summary: { zh: '打印二维码', en: 'Codes to print' },
    params: shapes.AreaParams,
    response: shapes.CodeSheet,
  },
  listUnits: {
    kind: 'read',
    method: 'GET',
    path: '/units',
    summary: { zh: '部门和单位', en: 'Departments and organisations' },
    response: Shape({ items: Type.Array(shapes.UnitRow) }),
  },
  listHouseholds: {
    kind: 'read',
    method: 'GET',
    path: '/households',
    summary: { zh: '房屋表', en: 'Households' },
    query: shapes.HouseholdsQuery,
    response: shapes.HouseholdPage,
  },
  searchAddresses: {
    kind: 'read',
    method: 'GET',
    path: '/addresses',
    summary: { zh: '找地址', en: 'Find an address' },
    query: shapes.AddressQuery,
    response: shapes.AddressHits,
  },
  importRegister: {
    kind: 'upload',
    method: 'POST',
    path: '/registers/:register/imports',
    summary: { zh: '导入登记表', en: 'Import a register' },
    params: shapes.RegisterParams,
    query: shapes.ImportQuery,
    response: shapes.ImportResult,
  },
  followImport: {
    kind: 'read',
    method: 'GET',
    path: '/register-runs/:id',
    summary: { zh: '导入到了哪一步', en: 'How far an import has come' },
    params: shapes.RunParams,
    response: shapes.ImportRun,
  },
  registerTemplate: {
    kind: 'read',
    method: 'GET',
    path: '/registers/:register/template',
    summary: { zh: '下载导入模板', en: 'Template of a register' },
    params: shapes.RegisterParams,
    response: Type.Unsafe<never>({}),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
})
