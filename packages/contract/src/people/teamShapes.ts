import {
  AreaPath,
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Type,
  WordsShape,
} from '../schema.ts'
import { TEAM_ENDINGS, TEAM_PARTS } from './teamWords.ts'

const KindKey = () => Type.String({ title: '队伍类别', pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' })
export const OpenTeamBody = Shape({ kind: KindKey(), name: Text('队名', 60), path: AreaPath('所在地') })
export const TeamParams = Shape({ id: Id('队伍') })
export const TeamResult = Shape({ id: Id() })
/** `isClosed`: the teams that were closed, the latest first, in place of those that are open. */
export const TeamsQuery = Shape({
  path: Optional(AreaPath('范围')),
  isClosed: Optional(Type.Boolean({ title: '解散的' })),
})
export const CloseTeamBody = Shape({ words: Text('为什么解散', 200) })
export const TeamRow = Shape({
  id: Id(),
  kind: Type.String(),
  kindName: WordsShape,
  name: Type.String(),
  path: AreaPath(),
  members: Count('人数'),
  openedAt: Instant(),
  closedAt: Nullable(Instant()),
})
export const JoinTeamBody = Shape({
  personId: Id('队员'),
  /** A member when absent. */
  part: Optional(CodeOf(TEAM_PARTS, '担任')),
  /** The person has said yes in person or by phone; else they are asked on their own phone. */
  hasAgreed: Optional(Type.Boolean({ title: '本人已当面或在电话里答应' })),
})
export const MembershipParams = Shape({ id: Id('队伍'), personId: Id('队员') })
export const AnswerTeamBody = Shape({ agrees: Type.Boolean({ title: '愿意' }) })
/** `staysMember`: only the part of leader or deputy is given up. */
export const LeaveTeamBody = Shape({ staysMember: Type.Boolean({ title: '仍是队员' }) })
export const TeamAlliesBody = Shape({
  unitIds: Type.Array(Id('单位'), { title: '一起负责的单位', maxItems: 12, uniqueItems: true }),
  squadIds: Type.Array(Id('支队'), { title: '下面的支队', maxItems: 60, uniqueItems: true }),
})

/** How many of each the place's way of forming such a team names; of members and further teams any number. */
export const TeamForm = Shape({ leaders: Count('队长'), deputies: Count('副队长'), units: Count('单位') })
const Named = Shape({ id: Id(), name: Type.String() })
const Past = {
  part: CodeOf(TEAM_PARTS),
  from: Instant(),
  to: Instant(),
  ending: Nullable(CodeOf(TEAM_ENDINGS)),
}
export const TeamView = Shape({
  ...TeamRow.properties,
  areaName: Type.String(),
  /** Why it was closed; null while it is open. */
  closedWords: Nullable(Type.String()),
  form: TeamForm,
  /** The team that this one stands in. */
  within: Nullable(Named),
  units: Type.Array(Named),
  squads: Type.Array(Shape({ ...Named.properties, members: Count('人数') })),
  /** Leader and deputies by name, since they stand for the team; everybody else masked. */
  people: Type.Array(
    Shape({
      personId: Id(),
      name: Type.String(),
      part: CodeOf(TEAM_PARTS),
      isAsked: Type.Boolean(),
      from: Instant(),
      skills: Type.Array(WordsShape),
    }),
  ),
  past: Type.Array(Shape({ id: Id(), name: Type.String(), ...Past })),
  /** What the team may be put together from: units of the place and teams of the area that stand in none. */
  choices: Shape({ units: Type.Array(Named), squads: Type.Array(Named) }),
})
export type TeamView = Static<typeof TeamView>

/** One's own teams: asked or in, with whom, and what was before. */
export const MyTeams = Shape({
  items: Type.Array(
    Shape({
      ...Named.properties,
      kindName: WordsShape,
      areaName: Type.String(),
      part: CodeOf(TEAM_PARTS),
      isAsked: Type.Boolean(),
      from: Instant(),
      leaders: Type.Array(Type.String()),
      deputies: Type.Array(Type.String()),
      /** Masked; empty while one has not said yes. */
      members: Type.Array(Type.String()),
      units: Type.Array(Type.String()),
    }),
  ),
  past: Type.Array(Shape({ ...Named.properties, ...Past, closedWords: Nullable(Type.String()) })),
})
export type MyTeams = Static<typeof MyTeams>
