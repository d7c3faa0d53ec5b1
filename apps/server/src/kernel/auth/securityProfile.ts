import type { Words } from '@linli/contract'

/** What an installation asks of staff passwords and desks beyond the house's own rules. */
export type SecurityProfile = {
  readonly name: 'standard' | 'dengbao'
  /** After so many days a password must be changed; null: never, only when there is a reason. */
  readonly rotateDays: number | null
  /** Of capital letters, small letters, digits and everything else, so many kinds must stand in a password. */
  readonly kinds: number
  /** So many earlier passwords may not come back. */
  readonly keepEarlier: number
  /** A desk unused for so long is closed; null: the door's own limit. */
  readonly idleSeconds: number | null
}

/**
 * `standard` follows ASVS 5.0 6.2 (no forced change, no composition rules). `dengbao` is for systems graded under GB/T
 * 22239, 8.1.4.1: complexity, periodic change, closing an idle desk. The two contradict each other; the operator chooses.
 */
export const SECURITY_PROFILES = {
  standard: { name: 'standard', rotateDays: null, kinds: 1, keepEarlier: 0, idleSeconds: null },
  dengbao: { name: 'dengbao', rotateDays: 90, kinds: 3, keepEarlier: 5, idleSeconds: 600 },
} as const satisfies { readonly [name: string]: SecurityProfile }

export const SHORTEST = 12
export const LONGEST = 128

/** What is asked, one sentence each, as the person who chooses a password reads it. */
export function sentencesOf(profile: SecurityProfile, hasBreachedFile: boolean): Words[] {
  const { rotateDays, kinds, keepEarlier, idleSeconds } = profile
  const asked: Words[] = [
    {
      zh: `${SHORTEST} 到 ${LONGEST} 个字，中文、字母、数字、空格和符号都可以，能粘贴。`,
      en: `${SHORTEST} to ${LONGEST} characters of any kind; pasting works.`,
    },
    {
      zh: '不含您的登录名、姓名、所在的地名，也不含“邻里”。几个不相干的词连起来又好记又难猜。',
      en: 'Without your login, your name, your place or “linli”. A few unrelated words are easy to keep and hard to guess.',
    },
    hasBreachedFile
      ? {
          zh: '不能是常见的密码，也不能是已经泄露过的密码。',
          en: 'Not a common password, and none that has leaked.',
        }
      : { zh: '不能是常见的密码。', en: 'Not a common password.' },
  ]
  if (kinds > 1)
    asked.push({
      zh: `大写字母、小写字母、数字、其他字符，四类里至少有 ${kinds} 类。`,
      en: `At least ${kinds} of capital letters, small letters, digits and other characters.`,
    })
  asked.push(
    rotateDays === null
      ? {
          zh: '不用定期更换；怀疑被人知道了就马上换。',
          en: 'No need to change it regularly; change it at once when somebody may know it.',
        }
      : { zh: `每 ${rotateDays} 天换一次。`, en: `Change it every ${rotateDays} days.` },
  )
  if (keepEarlier > 0)
    asked.push({
      zh: `最近用过的 ${keepEarlier} 个密码不能再用。`,
      en: `The last ${keepEarlier} passwords may not be used again.`,
    })
  if (idleSeconds !== null)
    asked.push({
      zh: `工作台 ${idleSeconds / 60} 分钟没有操作就要重新登录。`,
      en: `A desk left for ${idleSeconds / 60} minutes asks to sign in again.`,
    })
  return asked
}
