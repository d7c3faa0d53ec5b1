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
  '请先为这位同事开通在用的工作账号；一般岗位也可以请本人用手机登录一次。',
  'Open a staff account first; for an ordinary post the person may also sign in once by phone.',
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
export const ownPost = problem(
  'people.ownPost',
  403,
  '不能给自己任职，请另一位管理员来办。',
  'You may not assign a post to yourself; ask another administrator.',
)
export const lastAdmin = problem(
  'people.lastAdmin',
  409,
  '这是本区最后一位在用的这类管理员，请先任命另一位，再来办。',
  'This is the last of these administrators with an open account; appoint another first.',
)
export const administratorPost = problem(
  'people.administratorPost',
  403,
  '管理员和审计员由安全管理员在“工作账号”里任免。',
  'Administrators and auditors are appointed and dismissed by the security administrator, under staff accounts.',
)
export const administratorsApart = problem(
  'people.administratorsApart',
  409,
  '区级管理员、安全管理员、审计员要由三个人分别担任；安全管理员不再兼别的岗位。请换一位，或先免去原来的。',
  'The three administrators are three people, and the security administrator holds no other post. Choose somebody else, or end what is held first.',
)
export const roleNotHeld = problem(
  'people.roleNotHeld',
  409,
  '这位同事现在不是这类管理员，请刷新后再看。',
  'This person is no such administrator now; reload and look again.',
)
export const ownAccount = problem(
  'people.ownAccount',
  403,
  '不能办自己的账号，请另一位安全管理员来办。',
  'You may not do this to your own account; ask another security administrator.',
)
export const nameDiffers = problem(
  'people.nameDiffers',
  409,
  '这个电话登记的不是这个姓名，请核对，或不填电话。',
  'This number is registered under another name; check it, or leave it out.',
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
  '这个区已经有安全管理员了，请由安全管理员在工作台开通账号、任命其他人。',
  'The region has a security administrator already, who opens accounts and appoints others on the desk.',
)
