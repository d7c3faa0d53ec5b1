import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Answer } from '../../../kit/endpoints.ts'

export type StaffAccount = Answer<'listStaffAccounts'>['items'][number]
export type Act =
  | 'reset'
  | 'resetAll'
  | 'unlock'
  | 'endSessions'
  | 'disable'
  | 'enable'
  | 'appoint'
  | 'dismiss'
  | 'bind'
  | 'unbind'

type ActRow = {
  readonly label: MessageDescriptor
  /** What follows, in a sentence. */
  readonly effect: MessageDescriptor
  readonly fits: (account: StaffAccount) => boolean
  /** It is about single sign-on, which not every place has. */
  readonly signOn?: boolean
  readonly danger?: boolean
}

const isOpen = ({ state }: StaffAccount): boolean => state !== 'disabled'
const hasLogin = ({ login }: StaffAccount): boolean => login !== null

/** What may be done with an account, in the order of the list, and when it makes sense. */
export const ACTS: { readonly [act in Act]: ActRow } = {
  reset: {
    label: msg`重设密码`,
    effect: msg`给一个新的一次性密码，原来的马上作废，这个账号全部退出。`,
    fits: (account) => hasLogin(account) && isOpen(account),
  },
  resetAll: {
    label: msg`重设密码，并解除动态码和通行密钥`,
    effect: msg`手机丢了才用：请先核对是本人。下次登录要重新绑定验证器。`,
    fits: (account) => hasLogin(account) && isOpen(account) && account.hasFactor,
    danger: true,
  },
  unlock: {
    label: msg`解锁`,
    effect: msg`不用再等 15 分钟，马上可以登录。`,
    fits: ({ state }) => state === 'locked',
  },
  endSessions: {
    label: msg`全部退出`,
    effect: msg`这个账号在所有地方马上退出，要重新登录。`,
    fits: isOpen,
  },
  appoint: {
    label: msg`任命管理员`,
    effect: msg`区级管理员、安全管理员、审计员由三个人分别担任。`,
    fits: (account) => hasLogin(account) && isOpen(account) && account.administrator === null,
  },
  dismiss: {
    label: msg`免去管理员`,
    effect: msg`管理员的权限马上结束，账号还在。`,
    fits: ({ administrator }) => administrator !== null,
    danger: true,
  },
  bind: {
    label: msg`绑定统一认证`,
    effect: msg`本人以后可以从统一认证登录，动态码照样要输。以前绑过别的编号，就换成这个。`,
    fits: (account) => hasLogin(account) && isOpen(account),
    signOn: true,
  },
  unbind: {
    label: msg`解除统一认证绑定`,
    effect: msg`绑定的编号删掉，这个编号不能再登录这个账号。用登录名和密码登录不受影响。`,
    fits: hasLogin,
    signOn: true,
    danger: true,
  },
  disable: {
    label: msg`停用账号`,
    effect: msg`马上退出，不能再登录。岗位还在，要另外卸任。`,
    fits: isOpen,
    danger: true,
  },
  enable: {
    label: msg`恢复账号`,
    effect: msg`可以重新登录，岗位和停用前一样。`,
    fits: ({ state }) => state === 'disabled',
  },
}

/** The acts that make sense for an account now, where the place has single sign-on or has not. */
export const actsFor = (account: StaffAccount, hasSignOn: boolean): Act[] =>
  (Object.keys(ACTS) as Act[]) // the table's own keys
    .filter((act) => ACTS[act].fits(account) && (hasSignOn || !ACTS[act].signOn))
