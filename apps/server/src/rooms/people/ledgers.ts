import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'
import { rolesFor } from './policy.ts'
import { TEAM_READERS } from './teams/policy.ts'

const NAME = {
  key: 'name',
  name: { zh: '姓名', en: 'Name' },
  kind: 'text',
  sql: 'p.name',
  mask: 'name',
} as const
const PHONE = {
  key: 'phone',
  name: { zh: '电话', en: 'Telephone' },
  kind: 'text',
  sql: 'p.phone_tail',
  mask: 'phone',
} as const

/** 一库: who helps, with what, and where; their skills as they were verified. */
const helpers: Ledger = {
  key: 'helpers',
  name: { zh: '志愿者信息库', en: 'Helpers' },
  about: { zh: '谁愿意帮忙、会什么、服务到哪里。', en: 'Who helps, with what skills, and where.' },
  roles: rolesFor('listHelpers'),
  from: 'helpers h join people p on p.region_id = h.region_id and p.id = h.person_id',
  region: 'h.region_id',
  path: 'h.path',
  id: 'h.person_id',
  at: 'h.joined_at',
  where: 'h.left_at is null',
  columns: [
    NAME,
    PHONE,
    { key: 'area', name: { zh: '所在', en: 'Area' }, kind: 'text', sql: areaWords('h.region_id', 'h.path') },
    {
      key: 'serves',
      name: { zh: '服务范围', en: 'Serves' },
      kind: 'text',
      sql: areaWords('h.region_id', 'h.serves_path'),
    },
    {
      key: 'skills',
      name: { zh: '已核实的技能', en: 'Verified skills' },
      kind: 'text',
      sql: `(select string_agg(coalesce(v.body -> 'name' ->> 'zh', k.skill), '、' order by k.skill) from helper_skills k
        left join policy_versions v on v.region_id = k.region_id and v.kind = 'skill' and v.key = k.skill and v.to_at is null
        where k.region_id = h.region_id and k.person_id = h.person_id and k.to_at is null and k.verified_at is not null)`,
    },
    { key: 'homeEntry', name: { zh: '入户资质', en: 'Home entry' }, kind: 'yesNo', sql: 'h.home_entry' },
    { key: 'joined', name: { zh: '加入时间', en: 'Joined' }, kind: 'time', sql: 'h.joined_at', sorts: true },
  ],
}

/** 三长和岗位: who holds which post where, and who held it. */
const posts: Ledger = {
  key: 'posts',
  name: { zh: '岗位台账', en: 'Posts' },
  about: { zh: '每个岗位由谁担任、从哪天到哪天。', en: 'Who holds each post, from when and until when.' },
  roles: rolesFor('listPosts'),
  from: 'posts o join people p on p.region_id = o.region_id and p.id = o.person_id',
  region: 'o.region_id',
  path: `coalesce(o.area_path, '/')`,
  id: 'o.id',
  at: `(o.from_on::timestamp at time zone 'Asia/Shanghai')`,
  groups: 'post',
  columns: [
    {
      key: 'post',
      name: { zh: '岗位', en: 'Post' },
      kind: 'code',
      sql: 'o.post',
      words: 'posts',
      filters: true,
    },
    NAME,
    {
      key: 'area',
      name: { zh: '辖区', en: 'Area' },
      kind: 'text',
      sql: areaWords('o.region_id', 'o.area_path'),
    },
    { key: 'from', name: { zh: '上任', en: 'From' }, kind: 'day', sql: 'o.from_on', sorts: true },
    { key: 'to', name: { zh: '离任', en: 'Until' }, kind: 'day', sql: 'o.to_on' },
    {
      key: 'share',
      name: { zh: '占工作时间%', en: 'Share of working time' },
      kind: 'number',
      sql: 'o.share',
    },
  ],
}

const teams: Ledger = {
  key: 'teams',
  name: { zh: '服务队台账', en: 'Teams' },
  about: { zh: '每支服务队和现有人数。', en: 'Every team and how many belong to it now.' },
  roles: [...TEAM_READERS],
  from: 'teams t',
  region: 't.region_id',
  path: 't.path',
  id: 't.id',
  at: 't.opened_at',
  where: 't.closed_at is null',
  groups: 'kind',
  columns: [
    { key: 'name', name: { zh: '队名', en: 'Name' }, kind: 'text', sql: 't.name', sorts: true },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 't.kind',
      words: 'teams',
      filters: true,
    },
    { key: 'area', name: { zh: '所在', en: 'Area' }, kind: 'text', sql: areaWords('t.region_id', 't.path') },
    {
      key: 'members',
      name: { zh: '人数', en: 'Members' },
      kind: 'number',
      sql: '(select count(*) from team_members m where m.region_id = t.region_id and m.team_id = t.id and m.to_at is null and not m.is_asked)',
    },
    { key: 'opened', name: { zh: '成立时间', en: 'Formed' }, kind: 'time', sql: 't.opened_at', sorts: true },
  ],
}

/** The ledgers that the people bring. */
export const peopleLedgers: readonly Ledger[] = [helpers, posts, teams]
