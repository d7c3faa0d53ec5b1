import { hashToken, newToken } from '../../../kernel/auth/tokens.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import type { DutiesNeeds } from '../needs.ts'
import { openCalendarStatement } from '../store/calendars.ts'

/** 订阅我的值班: the address is told once and kept as its hash; opening again ends the address before. */
export async function openDutyCalendar(
  { db }: Pick<DutiesNeeds, 'db'>,
  { me, scope, publicUrl }: Pick<HandlerRequest, 'me' | 'scope' | 'publicUrl'>,
): Promise<{ url: string }> {
  const secret = newToken()
  await db.commit(scope, [openCalendarStatement(me.region, me.personId, hashToken(secret))])
  return { url: `${publicUrl}/api/duty-calendars/${secret}` }
}
