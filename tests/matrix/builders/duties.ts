import { hashToken, newToken } from '../../../apps/server/src/kernel/auth/tokens.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { gateCode, today } from '../../../apps/server/src/rooms/duties/gateCode.ts'
import { plantDuty, plantMember, plantRoster, plantSwap } from '../../kit/houseDuties.ts'
import { HERE } from '../../kit/houseGround.ts'
import { plantPerson } from '../../kit/houseRows.ts'
import { plantStation } from '../../kit/houseStations.ts'
import type { World } from '../../kit/houseWorld.ts'
import { type Aim, atPath, type Builders, owned, placed, plain } from './builder.ts'

const server = ({ world, ground }: Aim) => plantPerson(world, ground, { helper: true })
/** The caller, or a neighbour who serves. */
const whose = (aim: Aim) => (aim.cell === 'own' ? Promise.resolve(aim.actor.personId) : server(aim))
const dutyOf = async (aim: Aim, hours = 24) => {
  const personId = await whose(aim)
  return { personId, ...(await plantDuty(aim.world, aim.ground, personId, { hours, minutes: 1 })) }
}
const coded = async (aim: Aim, began = false) => {
  const { id, postId } = await dutyOf(aim, 0)
  if (began) await aim.world.admin.query('update duties set signed_in_at = now() where id = $1', [id])
  const { crypto, db } = aim.world.house
  return { params: { id }, body: { code: gateCode(crypto, aim.ground.region, postId, today(db)) } }
}

/** Nobody stands at the gate of a roster in force. */
const emptyPlace = async ({ world, ground }: Aim) => {
  const { id, postId } = await plantRoster(world, ground, 'accepted')
  const day = new Date(Date.now() + 32 * 3600_000).toISOString().slice(0, 10)
  return { rosterId: id, postId, day, shift: 'day' }
}

/** A station of which somebody is on duty now and agreed to be named as the desk names people. */
async function stationOnDuty(world: World): Promise<string> {
  const [{ id, slug }, personId] = [
    await plantStation(world, HERE),
    await plantPerson(world, HERE, { helper: true }),
  ]
  const { rosterId } = await plantDuty(world, HERE, personId, { hours: 0 })
  await world.admin.query('update rosters set station_id = $1 where id = $2', [id, rosterId])
  await world.admin.query('update roster_members set show_name = true where roster_id = $1', [rosterId])
  return slug
}
/** A duty at whose post somebody wrote. */
async function logged(aim: Aim) {
  const duty = await dutyOf(aim, 0)
  await aim.world.admin.query(
    `insert into duty_log (region_id, id, duty_id, roster_id, post_id, path, kind, text, by_person, at)
     values ($1, $2, $3, $4, $5, $6, 'check', '灭火器已查', $7, now())`,
    [aim.ground.region, newId(), duty.id, duty.rosterId, duty.postId, aim.ground.path, duty.personId],
  )
  return duty
}

export const dutyBuilders: Builders = {
  listRosters: placed(({ ground }) => ({ query: { path: ground.path } }), { narrows: true }),
  getRoster: placed(async ({ world, ground }) => ({ params: { id: (await plantRoster(world, ground)).id } })),
  listDuties: placed(async (aim) => ({
    params: { id: (await dutyOf(aim)).rosterId },
    query: { day: new Date(Date.now() + 32 * 3600_000).toISOString().slice(0, 10) },
  })),
  openRoster: atPath(({ ground }) => ({
    body: {
      id: newId(),
      purpose: 'crisis',
      title: '卡口值守',
      path: ground.path,
      fromOn: '2027-01-01',
      toOn: '2027-01-02',
      restHours: 11,
      weekHours: 40,
      shifts: [{ key: 'day', name: '白班', start: '08:00', minutes: 480 }],
      posts: [{ name: '南门', place: '南门岗亭', tasks: '登记出入', needed: 1 }],
    },
  })),
  rosterReach: placed(async ({ world, ground }) => ({
    params: { id: (await plantRoster(world, ground)).id },
  })),
  continueRoster: placed(async ({ world, ground }) => ({
    params: { id: (await plantRoster(world, ground, 'accepted')).id },
    body: { id: newId() },
  })),
  confirmServed: placed(async (aim) => ({ params: { id: (await dutyOf(aim, -9)).rosterId } })),
  closeRoster: placed(async ({ world, ground }) => ({
    params: { id: (await plantRoster(world, ground, 'accepted')).id },
    body: { version: 1 },
  })),
  listGateCodes: placed(async ({ world, ground }) => ({
    params: { id: (await plantRoster(world, ground)).id },
  })),
  endStanding: owned(async (aim) => {
    const roster = await plantRoster(aim.world, aim.ground)
    await plantMember(aim.world, aim.ground, roster.id, await whose(aim))
    return { params: { id: roster.id } }
  }),
  askMembers: placed(async ({ world, ground }) => ({
    params: { id: (await plantRoster(world, ground)).id },
    body: {},
  })),
  answerRoster: owned(async (aim) => {
    const roster = await plantRoster(aim.world, aim.ground)
    await plantMember(aim.world, aim.ground, roster.id, await whose(aim), 'asked')
    return { params: { id: roster.id }, body: { comes: true } }
  }),
  proposeRoster: placed(async (aim) => {
    const roster = await plantRoster(aim.world, aim.ground)
    await plantMember(aim.world, aim.ground, roster.id, await server(aim))
    return { params: { id: roster.id }, body: { version: 1 } }
  }),
  changeDuty: placed(async (aim) => {
    const duty = await dutyOf(aim)
    const heir = await server(aim)
    await plantMember(aim.world, aim.ground, duty.rosterId, heir)
    return { params: { id: duty.id }, body: { personId: heir } }
  }),
  listFitting: placed(async (aim) => {
    const { rosterId, ...query } = await emptyPlace(aim)
    await plantMember(aim.world, aim.ground, rosterId, await server(aim))
    return { params: { id: rosterId }, query }
  }),
  fillPlace: placed(async (aim) => {
    const { rosterId, ...place } = await emptyPlace(aim)
    const personId = await server(aim)
    await plantMember(aim.world, aim.ground, rosterId, personId)
    return { params: { id: rosterId }, body: { ...place, personId } }
  }),
  acceptRoster: placed(async ({ world, ground }) => ({
    params: { id: (await plantRoster(world, ground, 'proposed')).id },
    body: { version: 1 },
  })),
  myDuties: plain(),
  showGateCode: placed(async ({ world, ground }) => ({
    params: { id: (await plantRoster(world, ground)).postId },
  })),
  startDuty: owned((aim) => coded(aim)),
  endDuty: owned((aim) => coded(aim, true)),
  confirmHours: placed(async (aim) => ({
    params: { id: (await dutyOf(aim, -9)).id },
    body: { minutes: 480 },
  })),
  askSwap: owned(async (aim) => ({ params: { id: (await dutyOf(aim)).id } })),
  withdrawSwap: owned(async (aim) => {
    const duty = await dutyOf(aim)
    return { params: { id: await plantSwap(aim.world, aim.ground, duty, duty.personId) } }
  }),
  agreeSwap: owned(async (aim) => {
    const asker = await server(aim)
    const duty = await plantDuty(aim.world, aim.ground, asker, { hours: 2000 })
    await plantMember(aim.world, aim.ground, duty.rosterId, await whose(aim))
    return { params: { id: await plantSwap(aim.world, aim.ground, duty, asker) } }
  }),
  confirmSwap: placed(async (aim) => {
    const duty = await dutyOf(aim)
    const heir = await server(aim)
    await plantMember(aim.world, aim.ground, duty.rosterId, heir)
    const id = await plantSwap(aim.world, aim.ground, duty, duty.personId, heir)
    return { params: { id }, body: { agree: true } }
  }),
  listMembers: placed(async (aim) => {
    const roster = await plantRoster(aim.world, aim.ground)
    await plantMember(aim.world, aim.ground, roster.id, await server(aim))
    return { params: { id: roster.id } }
  }),
  stationDuty: plain(async ({ world }) => ({ params: { slug: await stationOnDuty(world) } })),
  stationDutyCalendar: plain(async ({ world }) => ({ params: { slug: await stationOnDuty(world) } })),
  openDutyCalendar: plain(),
  dutyCalendar: plain(async ({ world }) => {
    const [secret, personId] = [newToken(), await plantPerson(world, HERE, { helper: true })]
    await world.admin.query(
      'insert into duty_calendars (region_id, person_id, secret_hash, opened_at) values ($1, $2, $3, now())',
      [HERE.region, personId, hashToken(secret)],
    )
    await plantDuty(world, HERE, personId)
    return { params: { secret } }
  }),
  writeDutyLog: owned(async (aim) => ({
    params: { id: (await dutyOf(aim, 0)).id },
    body: { id: newId(), kind: 'check', text: '灭火器已查' },
  })),
  readPostLog: owned(async (aim) => ({ params: { id: (await logged(aim)).id } })),
  readRosterLog: placed(async (aim) => ({
    params: { id: (await logged(aim)).rosterId },
    query: { day: new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10) },
  })),
}
