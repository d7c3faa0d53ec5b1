import type { HelperSkillsRow, HelpersRow, PeopleRow, PostsRow, TeamMembersRow, TeamsRow } from '../tables.ts'
import { forPlace, ID, REGION, type Retention, table, YEAR } from './words.ts'

const secret = { class: 'secret' } as const
const sensitive = { class: 'sensitive' } as const
const service: Retention = { event: 'ended', days: 3 * YEAR }

export const peopleTables = {
  people: table<PeopleRow>(
    '居民，每区一人一行',
    'People, one row per human per region',
    { class: 'personal', basis: 'service', retention: { event: 'personErased', days: 0 } },
    {
      region_id: REGION,
      id: ID,
      account_id: ['账号', 'Account'],
      name: ['姓名，默认掩码显示', 'Name, masked by default'],
      phone_cipher: ['电话（加密）', 'Phone (encrypted)', secret],
      phone_hmac: ['电话的校验码，用于查找', 'HMAC of the phone, to find it', secret],
      phone_tail: ['电话前三后四位，用于掩码', 'First three and last four digits, for the mask'],
      path: ['居住或工作的辖区', 'Area of living or working'],
      household_id: ['住户', 'Household', sensitive],
      needs_two_eyes: [
        '不予受理或结案须两人办理',
        'A refusal or closing needs two people',
        { class: 'sensitive', basis: 'duty' },
      ],
      created_at: ['登记时间', 'Registered'],
      erased_at: ['注销时间', 'Erased'],
    },
  ),
  posts: table<PostsRow>(
    '岗位：网格长、楼栋长、社区工作者等',
    'Posts: grid head, building head, community worker and others',
    { class: 'personal', basis: 'duty', retention: service },
    {
      region_id: REGION,
      id: ID,
      person_id: ['任职人', 'Holder'],
      post: ['岗位', 'Post'],
      area_path: ['辖区', 'Area'],
      unit_id: ['单位', 'Unit'],
      from_on: ['任职日期', 'From'],
      to_on: ['离任日期', 'To'],
      share: ['约定占用工作时间的百分比，不测量', 'Agreed share of working time in percent, never measured'],
    },
  ),
  helpers: table<HelpersRow>(
    '志愿者的接单设置',
    'What a helper has agreed to',
    { class: 'personal', basis: 'volunteering', retention: service },
    {
      region_id: REGION,
      person_id: ['志愿者', 'Helper'],
      path: ['出发的辖区', 'Area the helper starts from'],
      serves_path: ['愿意服务的最大范围', 'Widest area agreed to'],
      quota: ['同时在办上限', 'Open orders at once'],
      home_entry: ['入户资质：有或无', 'Home entry clearance: yes or no'],
      night_emergencies: ['夜间急单可联系', 'May be asked at night'],
      on_leave_until: ['请假到何日；不记事由', 'On leave until; no reason is kept'],
      points_opt_in: ['自愿参加积分', 'Takes part in points by choice', { basis: 'consent' }],
      hours: ['可服务时段', 'Hours of service'],
      joined_at: ['加入时间', 'Joined'],
      left_at: ['退出时间', 'Left'],
    },
  ),
  helper_skills: table<HelperSkillsRow>(
    '志愿者的技能与核实',
    'Skills of helpers and who verified them',
    { class: 'personal', basis: 'volunteering', retention: service },
    {
      region_id: REGION,
      id: ID,
      person_id: ['志愿者', 'Helper'],
      skill: ['技能', 'Skill'],
      verified_by: ['核实人', 'Verified by'],
      verified_at: ['核实时间', 'Verified'],
      to_at: ['撤销时间', 'Ended'],
    },
  ),
  teams: table<TeamsRow>(
    '服务队',
    'Service teams',
    { class: 'public', basis: 'noPerson', retention: forPlace },
    {
      region_id: REGION,
      id: ID,
      kind: ['类别', 'Kind'],
      name: ['名称', 'Name'],
      path: ['辖区', 'Area'],
      opened_at: ['成立时间', 'Opened'],
      closed_at: ['撤销时间', 'Closed'],
    },
  ),
  team_members: table<TeamMembersRow>(
    '谁在哪个服务队',
    'Who is in which team',
    { class: 'personal', basis: 'volunteering', retention: service },
    {
      region_id: REGION,
      id: ID,
      team_id: ['服务队', 'Team'],
      person_id: ['队员', 'Member'],
      from_at: ['加入', 'From'],
      to_at: ['离开', 'To'],
    },
  ),
}
