import type { Words } from '@linli/contract'

const told = (zh: string, en: string): Words => ({ zh, en })
const POSTS = told('担任过的岗位和权限', 'Posts and roles you held')

/** What is kept of people, in words for the one it is about; the catalogue's own words are for those who build and audit. */
export const TOLD: { readonly [table: string]: Words } = {
  accounts: told('登录账号', 'Your account'),
  sessions: told('在哪些地方登录着', 'Where you are signed in'),
  passkeys: told('用指纹或人脸登录的设备', 'Devices you sign in with by a passkey'),
  factor_challenges: told('正在进行的身份核对', 'Proofs of you under way'),
  sign_in_codes: told('还没用完的短信验证码', 'Codes sent to your phone'),
  identities: told('绑定的微信和统一认证', 'WeChat and single sign-on'),
  grants: POSTS,
  files: told('照片和录音', 'Photos and voice notes'),
  household_members: told('住在哪一户', 'The household you live in'),
  people: told('姓名、电话和住址', 'Name, phone and home'),
  posts: POSTS,
  helpers: told('志愿者设置', 'Your settings as a helper'),
  helper_skills: told('志愿者技能', 'Your skills as a helper'),
  team_members: told('参加的服务队', 'Teams you are in'),
  orders: told('工单', 'Your orders'),
  order_texts: told('工单里写的话', 'What your orders say'),
  order_events: told('工单的办理经过', 'The steps of your orders'),
  order_remarks: told('办理时写下的话', 'What was written on the way'),
  order_ratings: told('您的评价', 'Your ratings'),
  order_publications: told('公开晒出的单', 'Orders shown in public'),
  saved_views: told('保存的筛选', 'Filters you saved'),
  point_accounts: told('积分账户', 'Your points'),
  point_entries: told('积分明细', 'Every gain and use of points'),
  redemptions: told('兑换', 'What you took for points'),
  notices: told('给您的通知', 'Notices to you'),
  consents: told('同意和撤回过什么', 'What you agreed to and took back'),
  data_requests: told('向办公室提过的请求', 'What you asked the office'),
}
