import { problem } from '../../kernel/problem.ts'

export const phoneTaken = problem(
  'people.phoneTaken',
  409,
  '这个电话已经登记在别人名下，请先核对。',
  'This number is registered for somebody else; check first.',
)
export const accountExists = problem(
  'people.accountExists',
  409,
  '这位同事已经有账号了。',
  'This person has an account already.',
)
export const unknownPost = problem(
  'people.unknownPost',
  422,
  '没有这个岗位，请从列表里选择。',
  'There is no such post; choose one from the list.',
)
export const postNeedsPlace = problem(
  'people.postNeedsPlace',
  422,
  '请选择这个岗位的辖区或单位。',
  'Choose the area or unit of the post.',
)
export const postHeld = problem(
  'people.postHeld',
  409,
  '这位同事已经在这个岗位上了。',
  'The person holds this post already.',
)
export const accountNeeded = problem(
  'people.accountNeeded',
  409,
  '请先为这位同事开通账号，或请本人用手机登录一次。',
  'Open an account first, or let the person sign in once by phone.',
)
export const tooManyAreas = problem(
  'people.tooManyAreas',
  409,
  '一个人最多兼任四处，请先卸任一处。',
  'A person may hold posts in at most four separate areas; end one first.',
)
export const alreadyHelper = problem(
  'people.alreadyHelper',
  409,
  '您已经是志愿者了。',
  'You are a helper already.',
)
export const notHelper = problem(
  'people.notHelper',
  404,
  '还没有登记为志愿者。',
  'Not registered as a helper yet.',
)
export const quotaTooHigh = problem(
  'people.quotaTooHigh',
  422,
  '同时在手的单不能超过社区定的上限。',
  "The quota may not exceed the place's limit.",
)
export const homeNeeded = problem(
  'people.homeNeeded',
  422,
  '请先填写您住的楼栋或社区。',
  'Fill in where you live first.',
)
export const unknownSkill = problem(
  'people.unknownSkill',
  422,
  '没有这项技能，请从列表里选择。',
  'There is no such skill; choose one from the list.',
)
export const unknownArea = problem(
  'people.unknownArea',
  422,
  '没有这个地点，请从列表里选择。',
  'There is no such place; choose one from the list.',
)
export const unknownTeam = problem(
  'people.unknownTeam',
  422,
  '没有这类队伍，请从列表里选择。',
  'There is no such kind of team; choose one from the list.',
)
export const ownPost = problem(
  'people.ownPost',
  403,
  '不能给自己任职，请另一位管理员来办。',
  'You may not assign a post to yourself; ask another administrator.',
)
export const lastAdmin = problem(
  'people.lastAdmin',
  409,
  '这是本区最后一位区级管理员，请先任命另一位，再来卸任。',
  'This is the last administrator of the region; appoint another before ending the post.',
)
export const daysWrong = problem(
  'people.daysWrong',
  422,
  '卸任的日子不能早于上任的日子。',
  'A post cannot end before it begins.',
)
export const hoursWrong = problem(
  'people.hoursWrong',
  422,
  '服务时段要先开始后结束；跨夜的请写成两段，例如 20:00 到 24:00 和 00:00 到 06:00。',
  'Hours must end after they begin; write a night as two.',
)
export const unknownHousehold = problem(
  'people.unknownHousehold',
  422,
  '这个地点没有登记这户人家，请重新选择。',
  'There is no such household at this place; choose again.',
)
export const adminExists = problem(
  'people.adminExists',
  409,
  '这个区已经有区级管理员了，请由管理员在工作台任命其他人。',
  'The region has an administrator already; others are appointed on the desk.',
)
