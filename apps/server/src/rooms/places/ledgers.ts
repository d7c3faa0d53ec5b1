import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'
import { ROOM_READERS } from './policy.ts'

const AREA = areaWords('a.region_id', 'a.path')

/** 网格和楼栋: every area as it stands; names and compounds may be corrected in the file. */
const areas: Ledger = {
  key: 'areas',
  name: { zh: '网格楼栋台账', en: 'Areas' },
  about: {
    zh: '社区、网格、楼栋、单元，各有多少户。',
    en: 'Communities, grids, buildings, with their households.',
  },
  roles: ROOM_READERS,
  from: 'areas a',
  region: 'a.region_id',
  path: 'a.path',
  id: 'a.id',
  at: 'a.opened_at',
  where: 'a.closed_at is null',
  groups: 'level',
  columns: [
    { key: 'path', name: { zh: '编码', en: 'Code' }, kind: 'text', sql: 'a.path', sorts: true },
    {
      key: 'name',
      name: { zh: '名称', en: 'Name' },
      kind: 'text',
      sql: 'a.name',
      sorts: true,
      edits: 'name',
    },
    {
      key: 'compound',
      name: { zh: '所在小区', en: 'Compound' },
      kind: 'text',
      sql: 'a.compound',
      edits: 'compound',
    },
    {
      key: 'level',
      name: { zh: '层级', en: 'Level' },
      kind: 'code',
      sql: 'a.level',
      words: 'levels',
      filters: true,
    },
    { key: 'full', name: { zh: '全名', en: 'Full name' }, kind: 'text', sql: AREA },
    {
      key: 'households',
      name: { zh: '户数', en: 'Households' },
      kind: 'number',
      sql: `(select count(*) from households h where h.region_id = a.region_id and h.path >= a.path
        and h.path < left(a.path, -1) || '0' and h.closed_at is null)`,
    },
    { key: 'opened', name: { zh: '设立时间', en: 'Opened' }, kind: 'time', sql: 'a.opened_at', sorts: true },
  ],
  edit: {
    operation: 'renameArea',
    roles: ['regionAdmin'],
    body: `jsonb_build_object('name', a.name, 'compound', a.compound)`,
  },
}

/** Doors and how many live behind them; who they are stands on the card alone. */
const households: Ledger = {
  key: 'households',
  name: { zh: '住户台账', en: 'Households' },
  about: {
    zh: '每一户的门牌和登记人数；人的情况只在住户卡里。',
    en: 'Every door and how many are registered there.',
  },
  roles: ROOM_READERS,
  from: 'households h',
  region: 'h.region_id',
  path: 'h.path',
  id: 'h.id',
  at: 'h.opened_at',
  where: 'h.closed_at is null',
  columns: [
    {
      key: 'area',
      name: { zh: '楼栋', en: 'Building' },
      kind: 'text',
      sql: areaWords('h.region_id', 'h.path'),
    },
    { key: 'room', name: { zh: '室', en: 'Room' }, kind: 'text', sql: 'h.room', sorts: true },
    {
      key: 'members',
      name: { zh: '登记人数', en: 'Registered' },
      kind: 'number',
      sql: '(select count(*) from household_members m where m.region_id = h.region_id and m.household_id = h.id and m.to_at is null)',
    },
    {
      key: 'opened',
      name: { zh: '登记时间', en: 'Registered on' },
      kind: 'time',
      sql: 'h.opened_at',
      sorts: true,
    },
  ],
}

const partyBodies: Ledger = {
  key: 'partyBodies',
  name: { zh: '党组织台账', en: 'Party bodies' },
  about: { zh: '建在网格、楼栋上的党组织。', en: 'Party bodies that stand at areas.' },
  roles: ROOM_READERS,
  from: 'party_bodies b',
  region: 'b.region_id',
  path: 'b.area_path',
  id: 'b.id',
  at: `(b.from_on::timestamp at time zone 'Asia/Shanghai')`,
  groups: 'kind',
  columns: [
    { key: 'name', name: { zh: '名称', en: 'Name' }, kind: 'text', sql: 'b.name', sorts: true },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 'b.kind',
      words: 'partyBodies',
      filters: true,
    },
    {
      key: 'area',
      name: { zh: '建在', en: 'Stands at' },
      kind: 'text',
      sql: areaWords('b.region_id', 'b.area_path'),
    },
    { key: 'from', name: { zh: '成立', en: 'From' }, kind: 'day', sql: 'b.from_on', sorts: true },
    { key: 'to', name: { zh: '撤销', en: 'Until' }, kind: 'day', sql: 'b.to_on' },
  ],
}

const redraws: Ledger = {
  key: 'redraws',
  name: { zh: '网格调整台账', en: 'Redrawings' },
  about: {
    zh: '每次拆分、合并、划转，牵动多少。',
    en: 'Every split, merger and move, and how much it moved.',
  },
  roles: ['regionAdmin'],
  from: 'area_redraws r',
  region: 'r.region_id',
  path: 'r.path',
  id: 'r.id',
  at: 'r.at',
  groups: 'kind',
  columns: [
    { key: 'at', name: { zh: '时间', en: 'When' }, kind: 'time', sql: 'r.at', sorts: true },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 'r.kind',
      words: {
        move: { zh: '划转', en: 'Move' },
        split: { zh: '拆分', en: 'Split' },
        merge: { zh: '合并', en: 'Merger' },
      },
      filters: true,
    },
    { key: 'area', name: { zh: '范围', en: 'Area' }, kind: 'text', sql: areaWords('r.region_id', 'r.path') },
    { key: 'households', name: { zh: '户', en: 'Households' }, kind: 'number', sql: 'r.households' },
    { key: 'posts', name: { zh: '岗位', en: 'Posts' }, kind: 'number', sql: 'r.posts' },
    { key: 'orders', name: { zh: '在办工单', en: 'Open orders' }, kind: 'number', sql: 'r.orders' },
  ],
}

/** The ledgers that the places bring. */
export const placeLedgers: readonly Ledger[] = [areas, households, partyBodies, redraws]
