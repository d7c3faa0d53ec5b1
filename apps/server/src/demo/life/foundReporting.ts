import { whoseAreaIs } from '../../drive/cast.ts'
import { idFrom } from '../../drive/chance.ts'
import type { Town } from '../stagedTown.ts'

const MEMBERS = 4

/** Members who report where they live, and a unit by whoever speaks for it; most are accepted. Safe to repeat. */
export async function foundReporting(
  { call, tokens, cast, map, setting }: Town,
  admin: string,
): Promise<void> {
  const path = map.pathOf(...(setting.layout.areasOf('community')[0] ?? []))
  const duty = await whoseAreaIs(cast.duty, path).token()
  const { items: units } = await call('listUnits', {}, admin)
  const [unit] = units.filter(({ kind }) => kind === 'department')
  const seat = setting.roster.seats.unitHandler
  const spokenFor = seat.posts.flatMap((post) => ('unit' in post ? [post.unit] : []))
  const own = units.find(({ key }) => spokenFor.includes(key))
  for (const [at, member] of cast.helpers.slice(0, MEMBERS).entries()) {
    const id = idFrom('reporting', member.phone)
    const body = {
      id,
      path,
      unitId: (unit ?? own)?.id ?? '',
      skills: [...member.skills],
      times: ['evenings' as const, 'saturdays' as const],
      choices: ['service', 'wish'],
    }
    await call('checkIn', { body, key: idFrom('reporting', 'in', member.phone) }, await member.token())
    if (at < MEMBERS - 1) await accepted(call, duty, id)
  }
  if (!own) return
  const id = idFrom('reporting', own.key)
  const body = { id, unitId: own.id, path, skills: [], brings: '会议室晚上可以借给社区，每月派两个人来帮忙' }
  await call('checkInUnit', { body, key: idFrom('reporting', 'unit', own.key) }, await tokens(seat.phone))
  await accepted(call, duty, id)
}

const accepted = (call: Town['call'], duty: string, id: string) =>
  call(
    'decideCheckIn',
    { params: { id }, body: { accept: true }, key: idFrom('reporting', 'accept', id) },
    duty,
  )
