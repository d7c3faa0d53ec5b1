import type { BodyOf } from '@linli/contract'
import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import { MOST_DAYS } from '@linli/contract/duties/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import {
  daysTurned,
  shiftsAlike,
  tooLargeRoster,
  unknownArea,
  unknownSkill,
  unknownStation,
} from '../errors.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { postsStatement, rosterStatement } from '../store/rosters.ts'

type Body = BodyOf<typeof dutiesEndpoints.openRoster>
type Asked = Pick<HandlerRequest<typeof dutiesEndpoints.openRoster>, 'me' | 'scope' | 'body' | 'remember'>

/** So many places are planned within the time that somebody waits. */
const MOST_PLACES = 50_000
const DAY_MILLISECONDS = 86_400_000

/** 新建排班. @throws forbidden, daysTurned, shiftsAlike, tooLargeRoster, unknownArea, unknownStation, unknownSkill */
export async function openRoster(needs: DutiesNeeds, asked: Asked): Promise<{ id: string }> {
  const { me, scope, body, remember } = asked
  demandAt('openRoster', me, body.path)
  checkSize(body)
  if (!(await needs.areaExists(me.region, body.path))) throw unknownArea()
  if (body.stationId !== undefined && !(await needs.stationAt(me.region, body.stationId, body.path)))
    throw unknownStation()
  const known = new Set((await needs.skills(me.region)).map(({ key }) => key))
  if (body.posts.some(({ skill }) => skill !== undefined && !known.has(skill))) throw unknownSkill()
  const posts = body.posts.map((post) => ({ ...post, id: newId(), skill: post.skill ?? null }))
  const answer = { id: body.id }
  try {
    await needs.db.commit(scope, [
      rosterStatement(me.region, me.personId, body),
      postsStatement(me.region, body.id, posts),
      auditStatement(me, {
        action: 'openRoster',
        subjectKind: 'roster',
        subjectId: body.id,
        facts: { posts: posts.length },
      }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

function checkSize({ fromOn, toOn, shifts, posts }: Body): void {
  const days = (Date.parse(toOn) - Date.parse(fromOn)) / DAY_MILLISECONDS + 1
  if (!(days >= 1 && days <= MOST_DAYS)) throw daysTurned()
  if (new Set(shifts.map(({ key }) => key)).size < shifts.length) throw shiftsAlike()
  const places = days * shifts.length * posts.reduce((sum, { needed }) => sum + needed, 0)
  if (places > MOST_PLACES) throw tooLargeRoster()
}
