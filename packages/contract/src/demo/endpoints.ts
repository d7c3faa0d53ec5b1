import { endpoints } from '../endpoint.ts'
import { CodeOf, Id, Nullable, Shape, Type, WordsShape } from '../schema.ts'

/** The chairs of the demo town: one tap signs in as the person who sits there. */
export const SEATS = {
  resident: { zh: '居民', en: 'Resident' },
  buildingHead: { zh: '楼栋长', en: 'Building head' },
  helper: { zh: '志愿者', en: 'Helper' },
  secondHelper: { zh: '另一位志愿者', en: 'Another helper' },
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  duty: { zh: '值班员（受理、派单）', en: 'Duty officer (intake, dispatch)' },
  reviewer: { zh: '审核员', en: 'Reviewer' },
  caller: { zh: '回访员', en: 'Follow-up caller' },
  publisher: { zh: '公开审核员', en: 'Publisher' },
  unitHandler: { zh: '物业承办人', en: 'Property company handler' },
  regionAdmin: { zh: '区级管理员', en: 'Region administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  leader: { zh: '领导', en: 'Leader' },
  auditor: { zh: '审计员', en: 'Auditor' },
} as const
export type Seat = keyof typeof SEATS

const Pace = Shape({ running: Type.Boolean(), orders: Type.Integer(), founding: Type.Boolean() })

/** Exists only in a demo town: elsewhere every one of these answers 404. */
export const demoEndpoints = endpoints({
  listSeats: {
    kind: 'read',
    method: 'GET',
    path: '/demo/seats',
    summary: { zh: '演示座位', en: 'Seats of the demo town' },
    response: Type.Array(
      Shape({ seat: CodeOf(SEATS), name: WordsShape, person: Type.String(), screen: Type.String() }),
    ),
  },
  takeSeat: {
    kind: 'session',
    method: 'POST',
    path: '/demo/seats/:seat/sign-in',
    summary: { zh: '以演示人物登录', en: 'Sign in as a person of the demo town' },
    params: Shape({ seat: CodeOf(SEATS, '座位') }),
    body: Shape({ bearer: Type.Optional(Type.Boolean({ title: '返回令牌' })) }),
    response: Shape({ token: Nullable(Type.String()), expiresAt: Type.String(), personId: Id() }),
  },
  getPace: {
    kind: 'read',
    method: 'GET',
    path: '/demo/pace',
    summary: { zh: '演示邻居的动静', en: 'Whether simulated neighbours act' },
    response: Pace,
  },
  setPace: {
    kind: 'session',
    method: 'POST',
    path: '/demo/pace',
    summary: { zh: '暂停或继续演示邻居', en: 'Pause or resume the simulated neighbours' },
    body: Shape({ running: Type.Boolean({ title: '继续' }) }),
    response: Pace,
  },
})
