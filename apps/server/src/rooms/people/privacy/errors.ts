import { problem } from '../../../kernel/problem.ts'

export const copyWaiting = problem(
  'privacy.copyWaiting',
  409,
  '您要的资料正在准备，好了会通知您，不用再点。',
  'Your copy is being made; you will be told when it is ready.',
)
export const copyNotReady = problem(
  'privacy.copyNotReady',
  409,
  '这份资料还没有备好，好了会通知您。',
  'This copy is not ready yet; you will be told.',
)
export const erasureWaiting = problem(
  'privacy.erasureWaiting',
  409,
  '您已经申请过注销，七天内可以随时撤回。',
  'You have asked for it already; you may take it back within seven days.',
)
export const noErasure = problem(
  'privacy.noErasure',
  409,
  '没有等着注销的申请，账号还在。',
  'Nothing waits to be deleted; your account is here.',
)
export const holdsPost = problem(
  'privacy.holdsPost',
  409,
  '您还担任着岗位，请先找管理员卸任，再来注销。',
  'You hold a post; have it ended by an administrator first.',
)
export const joinFirst = problem(
  'privacy.joinFirst',
  409,
  '请到「我要当志愿者」里填写服务范围和时间。',
  'Join as a helper first and say where and when you help.',
)
export const askPerOrder = problem(
  'privacy.askPerOrder',
  409,
  '公开每一张单都要单独同意，请在那张单里点「同意晒单」。',
  'Each order is agreed to by itself; open the order to agree.',
)
export const wordsChanged = problem(
  'privacy.wordsChanged',
  409,
  '这段文字刚刚更新了，请刷新后看过再选。',
  'The text has changed; reload and read it again.',
)
export const tooManyRequests = problem(
  'privacy.tooManyRequests',
  409,
  '您还有不少请求等着答复，请等办公室回复后再提。',
  'Many of your requests wait for an answer; please wait for it first.',
)
export const answeredAlready = problem(
  'privacy.answeredAlready',
  409,
  '这条请求已经答复过了，请刷新。',
  'This request has been answered; reload.',
)
