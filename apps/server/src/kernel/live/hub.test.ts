import { describe, expect, it } from 'vitest'
import type { Actor, Grant } from '../auth/actor.ts'
import { concerns, createHub, type LiveEvent } from './hub.ts'

const actor = (more: Partial<Actor> = {}, ...areas: string[]): Actor => ({
  region: 1,
  accountId: 'account',
  personId: 'person',
  sessionId: 'session',
  grants: areas.map((areaPath): Grant => ({ role: 'intake', areaPath, unitId: null })),
  units: [],
  teams: [],
  ...more,
})
const event = (more: Partial<LiveEvent> = {}): LiveEvent => ({
  region: 1,
  topic: 'orders.orderPlaced.1',
  id: 'order',
  path: '/c1/g1/b1/',
  people: [],
  units: [],
  teams: [],
  ...more,
})

describe('an event concerns', () => {
  it('those whose area holds its place, and g1 is not g101', () => {
    expect(concerns(event(), actor({}, '/c1/g1/'))).toBe(true)
    expect(concerns(event(), actor({}, '/'))).toBe(true)
    expect(concerns(event({ path: '/c1/g101/' }), actor({}, '/c1/g1/'))).toBe(false)
    expect(concerns(event(), actor({}, '/c1/g101/', '/c2/'))).toBe(false)
    expect(concerns(event({ path: null }), actor({}, '/'))).toBe(false)
  })

  it('its people, units and teams wherever they are', () => {
    const far = event({ path: '/c9/', people: ['person'] })
    expect(concerns(far, actor())).toBe(true)
    expect(concerns(event({ units: ['unit'] }), actor({ units: ['unit'] }))).toBe(true)
    expect(concerns(event({ teams: ['team'] }), actor({ teams: ['team'] }))).toBe(true)
    expect(concerns(event({ people: ['other'], units: ['unit'], teams: ['team'] }), actor())).toBe(false)
  })

  it('nobody of another region, not even a person or an area of the same name', () => {
    const elsewhere = event({ region: 2, people: ['person'], units: ['unit'] })
    expect(concerns(elsewhere, actor({ units: ['unit'] }, '/'))).toBe(false)
  })
})

describe('the hub', () => {
  it('sends each page its own events, in order, and nothing to one that left', () => {
    const hub = createHub()
    const heard: string[][] = []
    const leave = hub.subscribe({
      actor: actor({}, '/c1/'),
      send: (events) => heard.push(events.map(({ id }) => id)),
      end: () => heard.push(['end']),
    })
    hub.publish([event({ id: 'a' }), event({ id: 'b', path: '/c2/' }), event({ id: 'c' })])
    hub.publish([event({ id: 'd', path: '/c2/' })])
    expect(heard).toEqual([['a', 'c']])
    leave()
    hub.publish([event()])
    expect(heard).toHaveLength(1)
    expect(hub.count()).toBe(0)
  })

  it('follows its readers: another area is another hearing, an ended session ends the page', async () => {
    const hub = createHub()
    const heard: string[] = []
    const leave = hub.subscribe({
      actor: actor({}, '/c1/'),
      send: (events) => heard.push(...events.map(({ id }) => id)),
      end: () => heard.push('end'),
    })
    await hub.renew(async (ids) => new Map(ids.map((id) => [id, actor({}, '/c2/')])))
    hub.publish([event({ id: 'a' }), event({ id: 'b', path: '/c2/' })])
    await hub.renew(async () => new Map())
    expect(heard).toEqual(['b', 'end'])
    await hub.renew(async (ids) => {
      leave()
      return new Map(ids.map((id) => [id, actor({}, '/c2/')]))
    })
    expect(hub.count()).toBe(0)
  })
})
