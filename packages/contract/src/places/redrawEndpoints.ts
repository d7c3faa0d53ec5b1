import { endpoints } from '../endpoint.ts'
import * as shapes from './redrawShapes.ts'

/** Moving, splitting and merging areas, and the party bodies that stand at them: pages of the desk alone. */
export const redrawEndpoints = endpoints({
  previewRedraw: {
    kind: 'read',
    method: 'POST',
    path: '/areas/redraws/preview',
    summary: { zh: '预看网格调整', en: 'What a redraw would do' },
    body: shapes.PreviewRedrawBody,
    response: shapes.RedrawPreview,
  },
  redrawAreas: {
    kind: 'command',
    method: 'POST',
    path: '/areas/redraws',
    summary: { zh: '调整网格', en: 'Redraw areas' },
    body: shapes.RedrawAreasBody,
    response: shapes.RedrawResult,
    status: 201,
  },
  listRedraws: {
    kind: 'read',
    method: 'GET',
    path: '/areas/redraws',
    summary: { zh: '历次网格调整', en: 'Redraws' },
    query: shapes.RedrawsQuery,
    response: shapes.RedrawPage,
  },
  getRedraw: {
    kind: 'read',
    method: 'GET',
    path: '/areas/redraws/:id',
    summary: { zh: '一次网格调整', en: 'One redraw, what it changed and how far it is' },
    params: shapes.RedrawParams,
    response: shapes.RedrawView,
  },
  listPartyBodies: {
    kind: 'read',
    method: 'GET',
    path: '/party-bodies',
    summary: { zh: '辖区的党组织', en: 'Party bodies of an area' },
    query: shapes.PartyBodiesQuery,
    response: shapes.PartyBodies,
  },
  openPartyBody: {
    kind: 'command',
    method: 'POST',
    path: '/party-bodies',
    summary: { zh: '登记党组织', en: 'Register a party body' },
    body: shapes.OpenPartyBodyBody,
    response: shapes.PartyBodyResult,
    status: 201,
  },
  endPartyBody: {
    kind: 'command',
    method: 'POST',
    path: '/party-bodies/:id/end',
    summary: { zh: '结束党组织', en: 'End a party body' },
    params: shapes.PartyBodyParams,
    response: shapes.PartyBodyResult,
  },
})
