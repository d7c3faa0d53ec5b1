import { BOOKABLE_KINDS, STATION_KINDS } from '@linli/contract/stations/words'
import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'
import { counterLedgers } from './counterLedgers.ts'

const ON_DUTY = ['intake', 'regionAdmin'] as const

/** Premises (阵地台账): every station with what it offers; address, name and telephone may be corrected in the file. */
const stations: Ledger = {
  key: 'stations',
  name: { zh: '站点阵地台账', en: 'Stations' },
  about: {
    zh: '每一处驿站：在哪里、电话、设施、能约什么。',
    en: 'Every station: where it is and what it offers.',
  },
  roles: ON_DUTY,
  from: 'stations s',
  region: 's.region_id',
  path: 's.path',
  id: 's.id',
  at: 's.opened_at',
  where: 's.closed_at is null',
  groups: 'kind',
  columns: [
    {
      key: 'name',
      name: { zh: '名称', en: 'Name' },
      kind: 'text',
      sql: 's.name',
      sorts: true,
      edits: 'name',
    },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 's.kind',
      words: STATION_KINDS,
      filters: true,
    },
    { key: 'area', name: { zh: '所在', en: 'Area' }, kind: 'text', sql: areaWords('s.region_id', 's.path') },
    { key: 'address', name: { zh: '地址', en: 'Address' }, kind: 'text', sql: 's.address', edits: 'address' },
    { key: 'phone', name: { zh: '电话', en: 'Telephone' }, kind: 'text', sql: 's.phone', edits: 'phone' },
    {
      key: 'stepFree',
      name: { zh: '无障碍', en: 'Step-free' },
      kind: 'yesNo',
      sql: 's.step_free',
      edits: 'stepFree',
    },
    {
      key: 'facilities',
      name: { zh: '设施数', en: 'Facilities' },
      kind: 'number',
      sql: 'cardinality(s.facilities)',
    },
    {
      key: 'bookables',
      name: { zh: '可约项目', en: 'Bookable' },
      kind: 'number',
      sql: '(select count(*) from bookables b where b.region_id = s.region_id and b.station_id = s.id and b.closed_at is null)',
    },
    {
      key: 'opened',
      name: { zh: '登记时间', en: 'Registered' },
      kind: 'time',
      sql: 's.opened_at',
      sorts: true,
    },
  ],
  edit: {
    operation: 'changeStation',
    roles: ['regionAdmin'],
    body: `jsonb_build_object('version', s.version, 'kind', s.kind, 'name', s.name, 'path', s.path, 'address', s.address,
      'position', case when s.longitude is null then null else jsonb_build_object('system', 'wgs84',
        'longitude', s.longitude, 'latitude', s.latitude) end,
      'photos', to_jsonb(s.photo_ids), 'phone', s.phone, 'facilities', to_jsonb(s.facilities), 'stepFree', s.step_free,
      'hours', s.hours, 'from', s.from_at, 'to', s.to_at)`,
  },
}

/** Bookings (预约台账); whether somebody came is not kept. */
const bookings: Ledger = {
  key: 'bookings',
  name: { zh: '预约台账', en: 'Bookings' },
  about: {
    zh: '约了什么、什么时候；来没来不记。',
    en: 'What was booked and when; whether somebody came is not kept.',
  },
  roles: ON_DUTY,
  from: `bookings b join bookables t on t.region_id = b.region_id and t.id = b.bookable_id
    join stations s on s.region_id = t.region_id and s.id = t.station_id
    left join people p on p.region_id = b.region_id and p.id = b.person_id`,
  region: 'b.region_id',
  path: 'b.path',
  id: 'b.id',
  at: 'b.asked_at',
  groups: 'state',
  columns: [
    { key: 'starts', name: { zh: '时间', en: 'Time' }, kind: 'time', sql: 'b.starts_at', sorts: true },
    { key: 'station', name: { zh: '驿站', en: 'Station' }, kind: 'text', sql: 's.name' },
    { key: 'bookable', name: { zh: '项目', en: 'What' }, kind: 'text', sql: 't.name' },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 't.kind',
      words: BOOKABLE_KINDS,
      filters: true,
    },
    { key: 'person', name: { zh: '姓名', en: 'Name' }, kind: 'text', sql: 'p.name', mask: 'name' },
    { key: 'phone', name: { zh: '电话', en: 'Telephone' }, kind: 'text', sql: 'p.phone_tail', mask: 'phone' },
    {
      key: 'state',
      name: { zh: '状态', en: 'State' },
      kind: 'code',
      sql: 'b.state',
      words: {
        booked: { zh: '已约', en: 'Booked' },
        waiting: { zh: '候补', en: 'Waiting' },
        cancelled: { zh: '已取消', en: 'Cancelled' },
      },
      filters: true,
    },
    {
      key: 'byTelephone',
      name: { zh: '代约', en: 'Booked for' },
      kind: 'yesNo',
      sql: 'b.by_person <> b.person_id',
    },
    { key: 'asked', name: { zh: '登记时间', en: 'Asked' }, kind: 'time', sql: 'b.asked_at', sorts: true },
  ],
}

const FIXED = `from stations s where s.region_id = a.region_id and s.closed_at is null and s.kind = 'fixed'
  and s.path >= a.path and s.path < left(a.path, -1) || '0'`

/** 阵地: what each community has to work in, so that what is missing can be planned for and closed one by one. */
const premises: Ledger = {
  key: 'premises',
  name: { zh: '社区阵地台账', en: 'Premises' },
  about: {
    zh: '每个社区有几处站点、几间能用的房间；没有的一看便知。',
    en: 'What each community has to work in.',
  },
  roles: ON_DUTY,
  from: 'areas a',
  region: 'a.region_id',
  path: 'a.path',
  id: 'a.id',
  at: 'a.opened_at',
  where: `a.closed_at is null and a.level = 'community'`,
  groups: 'has',
  columns: [
    { key: 'community', name: { zh: '社区', en: 'Community' }, kind: 'text', sql: 'a.name', sorts: true },
    {
      key: 'has',
      name: { zh: '有无阵地', en: 'Has premises' },
      kind: 'code',
      sql: `case when exists (select 1 ${FIXED}) then 'yes' else 'no' end`,
      words: { yes: { zh: '已有', en: 'Has some' }, no: { zh: '还没有', en: 'None yet' } },
      filters: true,
    },
    {
      key: 'stations',
      name: { zh: '固定站点', en: 'Stations' },
      kind: 'number',
      sql: `(select count(*) ${FIXED})`,
    },
    {
      key: 'names',
      name: { zh: '站点名称', en: 'Their names' },
      kind: 'text',
      sql: `(select string_agg(s.name, '、' order by s.name) ${FIXED})`,
    },
    {
      key: 'rooms',
      name: { zh: '可用房间', en: 'Rooms' },
      kind: 'number',
      sql: `(select count(*) from bookables b where b.region_id = a.region_id and b.kind = 'room' and b.closed_at is null and b.station_id in (select s.id ${FIXED}))`,
    },
    {
      key: 'plans',
      name: { zh: '在办的阵地单', en: 'Open plans' },
      kind: 'number',
      sql: `(select count(*) from orders o where o.region_id = a.region_id and o.community = a.path and o.item = 'premisesPlan'
        and o.closed_at is null)`,
    },
    {
      key: 'done',
      name: { zh: '已销号', en: 'Closed plans' },
      kind: 'number',
      sql: `(select count(*) from orders o where o.region_id = a.region_id and o.community = a.path and o.item = 'premisesPlan' and o.state in ('closed', 'archived'))`,
    },
  ],
}

/** The ledgers that the stations bring. */
export const stationLedgers: readonly Ledger[] = [stations, premises, bookings, ...counterLedgers]
