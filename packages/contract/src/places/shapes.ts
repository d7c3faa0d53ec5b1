import { EVIDENCE, KINDS, URGENCIES } from '../orders/words.ts'
import {
  AreaPath,
  CodeOf,
  Count,
  Id,
  Nullable,
  Optional,
  PageOf,
  PageQuery,
  Shape,
  type Static,
  Text,
  Type,
  WordsShape,
} from '../schema.ts'
import { ADDRESS_REASONS, SURENESS } from './addressWords.ts'
import { PointQuery } from './boundaryShapes.ts'
import { REGISTERS, RUN_STATES, UNIT_KINDS } from './words.ts'

const Key = Type.String({ maxLength: 60 })
const Slug = Type.String({ title: '二维码', pattern: '^[a-z0-9]{14}$' })
const AreaName = Text('名称', 60)
const Named = Shape({ key: Key, name: WordsShape })

/** One area of the tree. `fullName` says the way to it from the community down: 桃源社区 一网格 阳光小区 3栋. */
export const AreaRow = Shape({
  id: Id(),
  path: AreaPath(),
  parentPath: Nullable(AreaPath()),
  level: Key,
  levelName: WordsShape,
  name: Type.String(),
  compound: Nullable(Type.String()),
  fullName: Type.String(),
  children: Count('下级个数'),
})
export type AreaRow = Static<typeof AreaRow>

export const ListedItem = Shape({
  key: Key,
  list: Key,
  name: WordsShape,
  alias: Type.Array(Type.String()),
  kind: CodeOf(KINDS),
  urgency: CodeOf(URGENCIES),
  grabbable: Type.Boolean(),
  /** Accepted and offered by the policy itself. */
  automatic: Type.Boolean(),
  homeEntry: Type.Boolean(),
  skill: Nullable(Key),
  evidence: Type.Array(CodeOf(EVIDENCE)),
  photoNeedsPlace: Type.Boolean(),
  /** Asked for at a station too. */
  atStation: Optional(Type.Boolean()),
})

/** The place as everybody may know it: words, levels and what can be asked for. No person in it. */
export const PlaceView = Shape({
  region: Type.Integer(),
  gbCode: Type.String(),
  name: WordsShape,
  preset: Key,
  isDemo: Type.Boolean(),
  levels: Type.Array(Shape({ key: Key, name: WordsShape, prefix: Type.String() })),
  /** `administrator`: its holder is one of the three administrators, appointed by the security administrator alone. */
  posts: Type.Array(Shape({ key: Key, name: WordsShape, level: Key, administrator: Type.Boolean() })),
  teams: Type.Array(Named),
  skills: Type.Array(Named),
  lists: Type.Array(Named),
  items: Type.Array(ListedItem),
  /** Items that the place no longer has: an order placed under one is still called by it. */
  formerItems: Type.Array(Shape({ key: Key, name: WordsShape })),
  labels: Type.Record(Type.String(), WordsShape),
  helperQuota: Count('同时在手单数'),
})
export type PlaceView = Static<typeof PlaceView>

export const AreasQuery = Shape({ parent: Optional(AreaPath('上级')) })
export const AreaQuery = Shape({ path: AreaPath() })
export const CodeParams = Shape({ slug: Slug })
/** Where a scanned code leads: the area, named as on the door, and every level above it. */
export const ScannedPlace = Shape({
  path: AreaPath(),
  name: Type.String(),
  fullName: Type.String(),
  level: Key,
  region: Type.Integer(),
  regionName: WordsShape,
})

export const AreaParams = Shape({ id: Id('地点') })
export const OpenAreaBody = Shape({
  parent: AreaPath('上级'),
  name: AreaName,
  compound: Optional(Text('所在小区', 60)),
})
export const RenameAreaBody = Shape({ name: AreaName, compound: Optional(Nullable(Text('所在小区', 60))) })
export const CloseAreaBody = Shape({ reason: Text('撤销理由', 200, 2) })
export const AreaResult = Shape({ id: Id(), path: AreaPath(), name: Type.String() })

/** What a printed page of codes needs: each building and entrance below the area with its slug and the address it leads to. */
export const CodeSheet = Shape({
  area: Type.String(),
  codes: Type.Array(
    Shape({
      path: AreaPath(),
      level: Key,
      name: Type.String(),
      fullName: Type.String(),
      slug: Slug,
      link: Type.String(),
    }),
  ),
})

export const UnitRow = Shape({
  id: Id(),
  key: Key,
  parentId: Nullable(Id()),
  kind: CodeOf(UNIT_KINDS),
  name: WordsShape,
  dutyPhone: Nullable(Type.String()),
})

export const HouseholdsQuery = Shape({ path: AreaPath(), ...PageQuery })
export const HouseholdRow = Shape({
  id: Id(),
  path: AreaPath(),
  room: Type.String(),
  areaName: Type.String(),
  members: Count('登记人数'),
})
export const HouseholdPage = PageOf(HouseholdRow)

/** With a position, what is as sure is answered the nearest first; it is used for this one answer and kept nowhere. */
export const AddressQuery = Shape({
  q: Text('地址', 60),
  longitude: Optional(PointQuery.properties.longitude),
  latitude: Optional(PointQuery.properties.latitude),
})
/** An address found: an area, or a room in it for staff whose area it is. */
export const AddressHit = Shape({
  path: AreaPath(),
  level: Key,
  text: Type.String(),
  room: Nullable(Type.String()),
  householdId: Nullable(Id()),
  sureness: CodeOf(SURENESS),
  reasons: Type.Array(CodeOf(ADDRESS_REASONS)),
})
export type AddressHit = Static<typeof AddressHit>
export const AddressHits = Shape({ items: Type.Array(AddressHit) })

export const RegisterParams = Shape({ register: CodeOf(REGISTERS, '登记表') })
export const ImportQuery = Shape({ check: Optional(Type.Boolean({ title: '只检查' })) })
/** One thing that is wrong: row as the spreadsheet counts (the heading is row 1), column by its heading, and what to do. */
export const RowError = Shape({
  row: Type.Integer(),
  column: Type.String(),
  problem: Type.String(),
  remedy: Type.String(),
})
export type RowError = Static<typeof RowError>
/** `applied` is false when only a check was asked for, or when any row has an error: then nothing was written. */
export const ImportResult = Shape({
  register: CodeOf(REGISTERS),
  applied: Type.Boolean(),
  rowsRead: Count(),
  added: Count(),
  changed: Count(),
  unchanged: Count(),
  errorCount: Count(),
  errors: Type.Array(RowError),
  /** A long import goes on after the answer: follow it by this id. Null when this is its end. */
  run: Nullable(Id()),
})
export type ImportResult = Static<typeof ImportResult>

export const RunParams = Shape({ id: Id('导入') })
/** How far a long import has come. `result` when it is over, or `refused` when its file could not be read. */
export const ImportRun = Shape({
  id: Id(),
  register: CodeOf(REGISTERS),
  state: CodeOf(RUN_STATES),
  rowsRead: Count(),
  rowsChecked: Count(),
  rowsToWrite: Count(),
  rowsWritten: Count(),
  refused: Nullable(Type.String()),
  result: Nullable(ImportResult),
})
export type ImportRun = Static<typeof ImportRun>
