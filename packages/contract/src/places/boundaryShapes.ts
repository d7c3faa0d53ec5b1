import {
  AreaPath,
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Type,
  WordsShape,
} from '../schema.ts'
import { COORDINATES, OUTLINE_WARNINGS } from './words.ts'

/** The most points of one outline: a county with a long river has about five thousand. */
export const MOST_POINTS = 8000
const MOST_POLYGONS = 200
const Degrees = { type: 'number', minimum: -180, maximum: 180 }

/** Longitude and latitude in degrees, WGS84. */
export const Position = Type.Unsafe<readonly [number, number]>({
  type: 'array',
  title: '坐标',
  items: Degrees,
  minItems: 2,
  maxItems: 2,
})
export type Position = Static<typeof Position>
const Ring = Type.Unsafe<readonly Position[]>({ type: 'array', items: Position, maxItems: MOST_POINTS })
const Polygon = Type.Unsafe<readonly (readonly Position[])[]>({
  type: 'array',
  items: Ring,
  maxItems: MOST_POLYGONS,
})

/** GeoJSON: of each polygon the outer ring, then its holes; a ring ends where it begins. */
export const Outline = Shape(
  {
    type: Type.Unsafe<'MultiPolygon'>({ type: 'string', enum: ['MultiPolygon'] }),
    coordinates: Type.Unsafe<readonly (readonly (readonly Position[])[])[]>({
      type: 'array',
      items: Polygon,
      minItems: 1,
      maxItems: MOST_POLYGONS,
    }),
  },
  '边界',
)
export type Outline = Static<typeof Outline>

/** All areas of a level below `parent`; without `level`, of the uppermost one that is drawn there, else those just below. */
export const OutlinesQuery = Shape({
  parent: Optional(AreaPath('上级')),
  level: Optional(Text('级别', 60)),
})
export const OutlineRow = Shape({
  areaId: Id(),
  path: AreaPath(),
  level: Type.String(),
  levelName: WordsShape,
  name: Type.String(),
  fullName: Type.String(),
  /** Null: not drawn yet. */
  outlineId: Nullable(Id()),
  outline: Nullable(Outline),
  /** Points were left out, because the whole answer would have been too large; `getOutline` has all. */
  simplified: Type.Boolean(),
  squareMetres: Nullable(Count('面积（平方米）')),
  position: Nullable(Position),
  /** Since when this outline holds. */
  fromAt: Nullable(Instant()),
})
export type OutlineRow = Static<typeof OutlineRow>

/** `version`: one of the area's history, to be seen as well. */
export const OutlineQuery = Shape({ version: Optional(Id('哪一次的边界')) })
/** One area's outline to the last point, and when it was drawn anew, the newest first. */
export const OutlineView = Shape({
  outlineId: Nullable(Id()),
  outline: Nullable(Outline),
  /** The outline of the version that was asked for. */
  past: Nullable(Outline),
  history: Type.Array(Shape({ id: Id(), fromAt: Instant(), toAt: Nullable(Instant()) })),
  /** Where it stood and stands, the newest first. */
  positions: Type.Array(
    Shape({ id: Id(), position: Position, fromAt: Instant(), toAt: Nullable(Instant()) }),
  ),
})

/** `replaces`: the outline that was seen, null where none was; another one drawn meanwhile is a refusal, never lost. */
export const SetOutlineBody = Shape({ outline: Outline, replaces: Nullable(Id('原来的边界')) })

/** What does not fit the neighbours: told, never a refusal. `drawn` names the area, `name` the other. */
export const OutlineWarning = Shape({
  kind: CodeOf(OUTLINE_WARNINGS),
  drawn: Type.String(),
  area: Type.String(),
  name: Type.String(),
  squareMetres: Count('面积（平方米）'),
})
export type OutlineWarning = Static<typeof OutlineWarning>
export const SetOutlineResult = Shape({
  outlineId: Id(),
  path: AreaPath(),
  squareMetres: Count('面积（平方米）'),
  warnings: Type.Array(OutlineWarning),
})
export type SetOutlineResult = Static<typeof SetOutlineResult>

export const OutlineImportQuery = Shape({
  parent: Optional(AreaPath('在哪里面找')),
  /** The file's column that says which area it is, by name or code; absent: the usual ones are tried. */
  column: Optional(Text('列名', 60)),
  coordinates: CodeOf(COORDINATES, '坐标系'),
  check: Optional(Type.Boolean({ title: '只检查' })),
})
/** One feature of a file that cannot be taken: its number in the file from 1, what it calls itself, and what to do. */
export const FeatureError = Shape({
  feature: Type.Integer(),
  value: Type.String(),
  problem: Type.String(),
  remedy: Type.String(),
})
export type FeatureError = Static<typeof FeatureError>
/** `applied` is false when only a check was asked for, or when any feature has an error: then nothing was written. */
export const OutlineImport = Shape({
  applied: Type.Boolean(),
  /** The column that areas were found by. */
  column: Type.String(),
  featuresRead: Count(),
  added: Count(),
  changed: Count(),
  unchanged: Count(),
  /** How far the coordinates were moved to become WGS84, in metres. */
  movedMetres: Count('移动（米）'),
  errorCount: Count(),
  errors: Type.Array(FeatureError),
  warningCount: Count(),
  warnings: Type.Array(OutlineWarning),
})
export type OutlineImport = Static<typeof OutlineImport>

export const PointQuery = Shape({
  longitude: Type.Number({ title: '经度', minimum: -180, maximum: 180 }),
  latitude: Type.Number({ title: '纬度', minimum: -90, maximum: 90 }),
})
/** `replaces`: the position that was seen, null where none was; moved by another meanwhile is a refusal. */
export const SetPositionBody = Shape({
  longitude: PointQuery.properties.longitude,
  latitude: PointQuery.properties.latitude,
  replaces: Nullable(Id('原来的位置')),
})
/** `outside`: the full name of the drawn area that holds the point without holding what stands there; told, never a refusal. */
export const SetPositionResult = Shape({
  positionId: Id(),
  path: AreaPath(),
  outside: Nullable(Type.String()),
})
export type SetPositionResult = Static<typeof SetPositionResult>
/** The smallest area whose outline holds the point; null where nothing is drawn. */
export const AreaAtPoint = Shape({
  area: Nullable(
    Shape({ path: AreaPath(), level: Type.String(), levelName: WordsShape, fullName: Type.String() }),
  ),
})

/** Tiles under a map, as this installation is set: null is a plain ground. A file's are for whoever is signed in. */
export const MapTiles = Nullable(
  Shape({ url: Type.String(), attribution: Type.String(), isFile: Type.Boolean() }),
)
/** What lies under the outlines. `offset`: from WGS84 to GCJ-02 here. */
export const MapSettings = Shape({
  tiles: MapTiles,
  offset: Nullable(Shape({ metres: Count('相差（米）'), bearing: Count('方向（度）') })),
})
export type MapSettings = Static<typeof MapSettings>
