import { MapTiles } from '../places/boundaryShapes.ts'
import { COORDINATES } from '../places/words.ts'
import {
  AreaPath,
  CodeOf,
  Count,
  Day,
  Id,
  Instant,
  Nullable,
  Optional,
  PageOf,
  PageQuery,
  Phone,
  Shape,
  type Static,
  Text,
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import { BOOKABLE_KINDS, BOOKING_STATES, STATION_KINDS } from './words.ts'

const Clock = (title: string) =>
  Type.String({ title, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: '24 小时制，例如 08:30' })

/**
 * From when to when somebody is there, by the region's clock. An end that is not after the beginning lies on the next day;
 * the same twice is a whole day. `duty`: somebody is on duty, not everything can be done (午间、周末值班).
 */
export const Span = Shape({ from: Clock('开门'), to: Clock('关门'), duty: Type.Boolean({ title: '值班' }) })
export type Span = Static<typeof Span>

const Spans = (title: string) => Type.Array(Span, { title, maxItems: 6 })
/** `place`: where a mobile station stands on that day, if elsewhere. */
const OneDay = Shape({
  day: Day(),
  spans: Spans('时段'),
  note: Optional(Text('说明', 60)),
  place: Optional(Text('在哪里', 200)),
})

/** Opening hours as data. A single day outranks a public holiday, which outranks the week; a worked weekend day is a Monday. */
export const Hours = Shape({
  week: Shape({
    monday: Spans('周一'),
    tuesday: Spans('周二'),
    wednesday: Spans('周三'),
    thursday: Spans('周四'),
    friday: Spans('周五'),
    saturday: Spans('周六'),
    sunday: Spans('周日'),
  }),
  holidays: Spans('法定节假日'),
  days: Type.Array(OneDay, { title: '单独的日子', maxItems: 60 }),
})
export type Hours = Static<typeof Hours>

const Degrees = (title: string, most: number) =>
  Type.Integer({ title, minimum: -most, maximum: most, description: 'WGS-84，千万分之一度' })
export const Position = Shape({
  longitude: Degrees('经度', 1800000000),
  latitude: Degrees('纬度', 900000000),
})
export type Position = Static<typeof Position>
/** A position as it was read off a map, in that map's coordinates; kept as WGS-84. */
export const MeasuredPosition = Shape({
  longitude: Degrees('经度', 1800000000),
  latitude: Degrees('纬度', 900000000),
  system: CodeOf(COORDINATES, '坐标系'),
})
export type MeasuredPosition = Static<typeof MeasuredPosition>

const Slug = Type.String({ title: '公开码', pattern: '^[a-z0-9]{10,32}$' })
const FacilityKey = Type.String({ pattern: '^[a-zA-Z0-9]{1,40}$' })
const Named = Shape({ key: FacilityKey, name: WordsShape })

/** Whether it is open at this moment, and until or from when: null when nothing is known for the next fortnight. */
export const OpenNow = Shape({
  state: Type.Unsafe<'open' | 'duty' | 'closed'>({ type: 'string', enum: ['open', 'duty', 'closed'] }),
  /** When it closes, of one that is open. */
  until: Nullable(Instant()),
  /** When it opens next, of one that is closed. */
  next: Nullable(Instant()),
})
export type OpenNow = Static<typeof OpenNow>

const CARD = {
  slug: Slug,
  kind: CodeOf(STATION_KINDS, '类别'),
  name: Text('名称', 60),
  area: Type.String(),
  address: Type.String(),
  position: Nullable(Position),
  stepFree: Type.Boolean(),
  facilities: Type.Array(FacilityKey),
  open: OpenNow,
  /** The first of its pictures, to know it by. */
  photo: Nullable(Id()),
  /** Of one that moves: from when and until when it stands there. */
  from: Nullable(Instant()),
  to: Nullable(Instant()),
}
export const StationCard = Shape(CARD)
export type StationCard = Static<typeof StationCard>
export const StationsQuery = Shape({ area: Optional(AreaPath()) })
/** All stations at once, since the nearest is found on the phone: where somebody stands is not sent. */
export const StationList = Shape({
  items: Type.Array(StationCard),
  facilities: Type.Array(Named),
  tiles: MapTiles,
})

export const StationParams = Shape({ slug: Slug })
export const StationPhotoParams = Shape({ slug: Slug, id: Id('照片') })
export const BookableView = Shape({
  id: Id(),
  kind: CodeOf(BOOKABLE_KINDS, '类别'),
  name: Text('名称', 60),
  minutes: Count('一次多少分钟'),
  seats: Count('名额'),
  daysAhead: Count('提前几天'),
})
export type BookableView = Static<typeof BookableView>
/** Hours of one coming day, as they are and not as the week says; `holiday` names a public holiday. */
export const DayHours = Shape({
  day: Day(),
  spans: Type.Array(Shape({ from: Instant(), to: Instant(), duty: Type.Boolean() })),
  holiday: Nullable(WordsShape),
  note: Nullable(Type.String()),
  /** Where it stands on this day; null at its own address. */
  place: Nullable(Type.String()),
})
export type DayHours = Static<typeof DayHours>
const MapLinks = Shape({
  amap: Type.String(),
  tencent: Type.String(),
  baidu: Type.String(),
  geo: Type.String(),
})
export type MapLinks = Static<typeof MapLinks>
export const StationView = Shape({
  ...CARD,
  id: Id(),
  version: Version(),
  path: AreaPath(),
  phone: Nullable(Type.String()),
  photos: Type.Array(Id()),
  hours: Hours,
  days: Type.Array(DayHours),
  links: Nullable(MapLinks),
  bookables: Type.Array(BookableView),
  lendables: Type.Array(Shape({ id: Id(), name: Type.String(), free: Count('在架') })),
})
export type StationView = Static<typeof StationView>

const WRITTEN = {
  kind: CodeOf(STATION_KINDS, '类别'),
  name: Text('名称', 60),
  path: AreaPath(),
  address: Text('地址', 200),
  position: Nullable(MeasuredPosition),
  /** Uploaded before as photos; of the place and never of people. */
  photos: Type.Array(Id(), { title: '照片', maxItems: 6, uniqueItems: true }),
  phone: Nullable(Phone()),
  facilities: Type.Array(FacilityKey, { title: '设施', maxItems: 40, uniqueItems: true }),
  stepFree: Type.Boolean({ title: '无障碍' }),
  hours: Hours,
  from: Nullable(Instant('从')),
  to: Nullable(Instant('到')),
}
export const AddStationBody = Shape({ id: Id(), ...WRITTEN })
export type AddStationBody = Static<typeof AddStationBody>
export const ChangeStationBody = Shape({ version: Version(), ...WRITTEN })
export type ChangeStationBody = Static<typeof ChangeStationBody>
export const StationIdParams = Shape({ id: Id('驿站') })
export const CloseStationBody = Shape({ version: Version() })
export const StationResult = Shape({ id: Id(), slug: Slug, version: Version() })

export const AddBookableBody = Shape({
  id: Id(),
  kind: CodeOf(BOOKABLE_KINDS, '类别'),
  name: Text('名称', 60),
  minutes: Type.Integer({ title: '一次多少分钟', minimum: 5, maximum: 720 }),
  seats: Type.Integer({ title: '名额', minimum: 1, maximum: 1000 }),
  daysAhead: Type.Integer({ title: '可提前几天', minimum: 1, maximum: 90 }),
})
export type AddBookableBody = Static<typeof AddBookableBody>
export const BookableParams = Shape({ id: Id('可预约项目') })
export const BookableResult = Shape({ id: Id() })

export const SlotsQuery = Shape({ day: Day() })
export const SlotView = Shape({
  startsAt: Instant(),
  endsAt: Instant(),
  free: Count('空位'),
  waiting: Count('候补人数'),
})
export type SlotView = Static<typeof SlotView>
export const SlotList = Shape({
  station: Text('驿站', 60),
  bookable: BookableView,
  items: Type.Array(SlotView),
})

/** `wait`: where no seat is free, a place on the waiting list instead of a refusal. */
const ASKED = {
  id: Id(),
  bookableId: Id('可预约项目'),
  startsAt: Instant('时段'),
  wait: Type.Boolean({ title: '候补' }),
}
export const BookBody = Shape(ASKED)
export const BookForBody = Shape({ ...ASKED, phone: Phone(), name: Optional(Text('称呼', 40)) })
export type BookForBody = Static<typeof BookForBody>
export const BookingResult = Shape({ id: Id(), state: CodeOf(BOOKING_STATES) })
export type BookingResult = Static<typeof BookingResult>
export const BookingParams = Shape({ id: Id('预约') })

const BOOKING = {
  id: Id(),
  bookable: Type.String(),
  startsAt: Instant(),
  endsAt: Instant(),
  state: CodeOf(BOOKING_STATES),
  /** How many stand before on the waiting list; null for one that does not wait. */
  before: Nullable(Count()),
}
export const MyBooking = Shape({
  ...BOOKING,
  station: Type.String(),
  slug: Slug,
  address: Type.String(),
  mayCancel: Type.Boolean(),
})
export type MyBooking = Static<typeof MyBooking>
export const MyBookingsQuery = Shape({ ...PageQuery })
export const MyBookings = PageOf(MyBooking)
export const BookingsQuery = Shape({ day: Day() })
/** For the desk: name and number masked, as everywhere. */
export const BookingView = Shape({
  ...BOOKING,
  name: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  byTelephone: Type.Boolean(),
  mayCancel: Type.Boolean(),
})
export type BookingView = Static<typeof BookingView>
export const BookingList = Shape({ items: Type.Array(BookingView) })
