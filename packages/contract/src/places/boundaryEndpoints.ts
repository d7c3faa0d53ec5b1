import { endpoints } from '../endpoint.ts'
import { Shape, Type } from '../schema.ts'
import * as shapes from './boundaryShapes.ts'
import { AreaParams } from './shapes.ts'

/** Where areas lie. */
export const boundaryEndpoints = endpoints({
  listOutlines: {
    kind: 'read',
    method: 'GET',
    path: '/outlines',
    summary: { zh: '各地点的边界', en: 'Outlines of areas' },
    query: shapes.OutlinesQuery,
    response: Shape({ items: Type.Array(shapes.OutlineRow) }),
  },
  getOutline: {
    kind: 'read',
    method: 'GET',
    path: '/areas/:id/outline',
    summary: { zh: '一个地点的边界和历次改动', en: "One area's outline and when it changed" },
    params: AreaParams,
    query: shapes.OutlineQuery,
    response: shapes.OutlineView,
  },
  setOutline: {
    kind: 'command',
    method: 'POST',
    path: '/areas/:id/outline',
    summary: { zh: '画边界', en: 'Draw the outline of an area' },
    params: AreaParams,
    body: shapes.SetOutlineBody,
    response: shapes.SetOutlineResult,
  },
  setPosition: {
    kind: 'command',
    method: 'POST',
    path: '/areas/:id/position',
    summary: { zh: '标位置', en: 'Say where a building stands' },
    params: AreaParams,
    body: shapes.SetPositionBody,
    response: shapes.SetPositionResult,
  },
  importOutlines: {
    kind: 'upload',
    method: 'POST',
    path: '/outlines/imports',
    summary: { zh: '导入边界文件', en: 'Import outlines from a file' },
    query: shapes.OutlineImportQuery,
    response: shapes.OutlineImport,
  },
  areaAtPoint: {
    kind: 'read',
    method: 'GET',
    path: '/areas/at',
    summary: { zh: '这个位置属于哪个网格', en: 'The area that a point lies in' },
    query: shapes.PointQuery,
    response: shapes.AreaAtPoint,
  },
  getMapSettings: {
    kind: 'read',
    method: 'GET',
    path: '/map-settings',
    summary: { zh: '地图底图的设置', en: 'What lies under the map' },
    response: shapes.MapSettings,
  },
})
