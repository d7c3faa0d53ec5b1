import type { Vocabulary } from '../words.ts'

/** What somebody is in a team. */
export const TEAM_PARTS = {
  leader: { zh: '队长', en: 'Leader' },
  deputy: { zh: '副队长', en: 'Deputy leader' },
  member: { zh: '队员', en: 'Member' },
} as const satisfies Vocabulary<string>
export type TeamPart = keyof typeof TEAM_PARTS

/** How a part in a team came to its end. */
export const TEAM_ENDINGS = {
  declined: { zh: '没有答应', en: 'Declined' },
  left: { zh: '自己退出', en: 'Left' },
  steppedDown: { zh: '不再担任，仍是队员', en: 'Stepped down, still a member' },
  ended: { zh: '社区请其离队', en: 'Ended by the community' },
  changed: { zh: '改任', en: 'Took another part' },
  closed: { zh: '队伍解散', en: 'The team was closed' },
} as const satisfies Vocabulary<string>
export type TeamEnding = keyof typeof TEAM_ENDINGS
