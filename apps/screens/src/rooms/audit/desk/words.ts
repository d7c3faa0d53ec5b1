import { TRANSITIONS, type Vocabulary, type Words } from '@linli/contract'

/** What is written down: looks at hidden data, and acts of administration. The codes are the names of the operations. */
export const ACTIONS = {
  revealContact: { zh: '查看工单联系方式', en: 'Looked at the contact of an order' },
  revealPhone: { zh: '查看人员电话', en: "Looked at a person's number" },
  registerPerson: { zh: '登记人员', en: 'Registered a person' },
  changePerson: { zh: '更正人员', en: 'Corrected a person' },
  createStaffAccount: { zh: '开通工作账号', en: 'Opened a staff account' },
  resetStaffAccount: { zh: '重设工作账号的密码', en: 'Handed out a new password' },
  disableStaffAccount: { zh: '停用工作账号', en: 'Disabled a staff account' },
  enableStaffAccount: { zh: '恢复工作账号', en: 'Enabled a staff account' },
  unlockStaffAccount: { zh: '解锁工作账号', en: 'Unlocked a staff account' },
  endStaffSessions: { zh: '让工作账号全部退出', en: 'Signed a staff account out everywhere' },
  appointAdministrator: { zh: '任命管理员', en: 'Appointed an administrator' },
  dismissAdministrator: { zh: '免去管理员', en: 'Dismissed an administrator' },
  changeMyPassword: { zh: '改自己的密码', en: 'Changed their own password' },
  assignPost: { zh: '任职', en: 'Assigned a post' },
  endPost: { zh: '卸任', en: 'Ended a post' },
  verifySkill: { zh: '核验技能', en: 'Verified a skill' },
  setHomeEntry: { zh: '改入户资质', en: 'Changed a home-entry clearance' },
  openTeam: { zh: '组建队伍', en: 'Opened a team' },
  joinTeam: { zh: '加入队伍', en: 'Added somebody to a team' },
  openArea: { zh: '新设地点', en: 'Opened an area' },
  renameArea: { zh: '地点改名', en: 'Renamed an area' },
  closeArea: { zh: '撤销地点', en: 'Closed an area' },
  importRegister: { zh: '导入登记表', en: 'Imported a register' },
  correctEntry: { zh: '更正积分', en: 'Corrected an entry of points' },
  foundAdmin: { zh: '设立第一位安全管理员', en: 'Made the first security administrator' },
  askCopy: { zh: '要一份自己的资料', en: 'Asked for a copy of their data' },
  fetchCopy: { zh: '取走自己的资料', en: 'Fetched the copy of their data' },
  askErasure: { zh: '申请注销', en: 'Asked to be erased' },
  cancelErasure: { zh: '撤回注销', en: 'Took the erasure back' },
  erasePerson: { zh: '注销居民', en: 'Erased a person' },
  answerDataRequest: { zh: '答复个人信息请求', en: 'Answered a request about personal data' },
  keepRetention: { zh: '到期删除', en: 'Deleted what was over its time' },
  cutAudit: { zh: '到期删除查看记录', en: 'Deleted records that were over their time' },
  signInWithPassword: { zh: '工作人员登录', en: 'Signed in at the desk' },
} as const satisfies Vocabulary<string>
export type Action = keyof typeof ACTIONS

export const isAction = (action: string): action is Action => Object.hasOwn(ACTIONS, action)

/** What stands in the record only because it was tried and refused; steps of an order have their own words. */
const TRIED: { readonly [operation: string]: Words } = {
  listStaffAccounts: { zh: '看工作账号', en: 'See staff accounts' },
  ...Object.fromEntries(TRANSITIONS.map(({ verb, label }) => [verb, label])),
  getOrder: { zh: '打开工单', en: 'Open an order' },
  getFile: { zh: '打开照片或录音', en: 'Open a photo or voice note' },
  listCandidates: { zh: '看派单人选', en: 'See whom an order may be given to' },
  findCaller: { zh: '按来电号码找人', en: 'Find a caller by number' },
  findPersonByPhone: { zh: '按电话找人', en: 'Find a person by number' },
  getPerson: { zh: '打开人员', en: 'Open a person' },
  listHouseholds: { zh: '看住户', en: 'See households' },
  areaCodeSheet: { zh: '打印楼门码', en: 'Print door codes' },
  endMembership: { zh: '退出队伍', en: 'Take somebody out of a team' },
}

/** What was done or tried, in words; an operation of a newer version by its name. */
export const actionWords = (action: string): Words =>
  (isAction(action) ? ACTIONS[action] : TRIED[action]) ?? { zh: action, en: action }

/** What was looked at or changed, where it has no page of its own to lead to. */
export const SUBJECTS = {
  area: { zh: '地点', en: 'Area' },
  team: { zh: '队伍', en: 'Team' },
  register: { zh: '登记表', en: 'Register' },
  pointEntry: { zh: '积分分录', en: 'Entry of points' },
  account: { zh: '账号', en: 'Account' },
  post: { zh: '岗位', en: 'Post' },
  household: { zh: '住户', en: 'Household' },
  table: { zh: '数据表', en: 'Table' },
  auditSeal: { zh: '封存', en: 'Seal' },
  file: { zh: '照片或录音', en: 'Photo or voice note' },
} as const satisfies Vocabulary<string>
export type Subject = keyof typeof SUBJECTS

export const isSubject = (kind: string): kind is Subject => Object.hasOwn(SUBJECTS, kind)
