import type { AreaOutlinesRow, AreaPositionsRow } from '../tables.ts'
import { forPlace, ID, REGION, table } from './words.ts'

/** Where areas lie: public, but for who drew it. */
export const boundaryTables = {
  area_outlines: table<AreaOutlinesRow>(
    '各地点的边界和历次改动',
    'Outlines of areas, and every earlier one',
    { class: 'public', basis: 'noPerson', retention: forPlace },
    {
      region_id: REGION,
      id: ID,
      path: ['哪个地点', 'Path of the area'],
      outline: ['边界（GeoJSON，WGS84）', 'Outline (GeoJSON, WGS84)'],
      from_at: ['从何时起', 'From'],
      to_at: ['到何时止', 'To'],
      by_person: ['画的人', 'Drawn by', { class: 'personal', basis: 'duty' }],
    },
  ),
  area_positions: table<AreaPositionsRow>(
    '楼栋等地点的位置和历次改动',
    'Positions of areas such as buildings, and every earlier one',
    { class: 'public', basis: 'noPerson', retention: forPlace },
    {
      region_id: REGION,
      id: ID,
      path: ['哪个地点', 'Path of the area'],
      longitude: ['经度（千万分之一度，WGS84）', 'Longitude (0.0000001 degrees, WGS84)'],
      latitude: ['纬度（千万分之一度，WGS84）', 'Latitude (0.0000001 degrees, WGS84)'],
      from_at: ['从何时起', 'From'],
      to_at: ['到何时止', 'To'],
      by_person: ['定位的人', 'Placed by', { class: 'personal', basis: 'duty' }],
    },
  ),
}
