import { CLOCKS, type ClockKind, type LimitKind, type State, type Verb } from '@linli/contract'
import { describe, expect, it } from 'vitest'
import { type RetellingRules, type Retold, type RetoldOrder, retold, type ToldEvent } from './retold.ts'

const MINUTE = 60_000_000
const DEPTHS: { readonly [level: string]: number } = { region: 0, street: 1, community: 2, grid: 3 }
const clocks = Object.keys(CLOCKS) as ClockKind[] // the vocabulary's own keys
/** Each clock has a limit of its own, in minutes; an emergency has half of it. */
const limitOfClock = (clock: LimitKind): number => ((clocks as string[]).indexOf(clock) + 1) * 100
const rules: RetellingRules = {
  limitOf: (clock, urgency) => ({
    amount: limitOfClock(clock) / (urgency === 'emergency' ? 2 : 1),
    unit: 'minute',
    version: `rule of ${clock}`,
  }),
  waves: [{ level: 'grid' }, { level: 'street' }],
  rework: { share: 0.5, atLeastDays: 1 },
  depthOf: (level) => DEPTHS[level] ?? 0,
  item: (key) => (key === 'lift' ? { urgency: 'emergency' } : undefined),
}

type Told = Partial<Pick<ToldEvent, 'facts' | 'actor' | 'round' | 'path' | 'item'>>
type Steps = readonly (readonly [Verb, State, Told?])[]
/** Events a minute apart from minute 1 on, by their verb and the state they lead to. */
const told = (...steps: Steps): ToldEvent[] => {
  let last = { actor: 'somebody', round: 1, path: '/s1/c1/g1/b1/', item: 'lamp' as string | null }
  return steps.map(([verb, to, more = {}], index) => {
    const { facts = {}, ...rest } = more
    const { actor, round, path, item } = { ...last, ...rest }
    last = { ...last, round, path, item }
    return { version: index + 1, verb, to, actor, round, path, item, facts, at: (index + 1) * MINUTE }
  })
}
function retell(...steps: Steps): Retold {
  const found = retold(told(...steps), rules)
  if (!found) throw new Error('the events tell no order')
  return found
}
const orderOf = (...steps: Steps): RetoldOrder => retell(...steps).order

const placed = ['placeOrder', 'submitted', { actor: 'wang', facts: { kind: 'help' } }] as const
const accepted = ['acceptOrder', 'accepted', { actor: 'desk' }] as const
const offered = ['offerOrder', 'offered', { actor: null }] as const
const claimed = ['claimOrder', 'inProgress', { actor: 'helper' }] as const
const handled = ['handleOrder', 'handled', { actor: 'helper', facts: { resolved: 'solved' } }] as const
const approved = ['approveHandling', 'followUp', { actor: 'reviewer' }] as const
const closed = ['closeOrder', 'closed', { actor: 'caller', facts: { reached: false } }] as const
const upTo = {
  work: [placed, accepted, offered, claimed],
  judging: [placed, accepted, offered, claimed, handled, approved],
}

describe('the placing', () => {
  it('begins the order with all that nobody has done yet', () => {
    expect(orderOf(placed)).toEqual({
      version: 1,
      state: 'submitted',
      round: 1,
      item: 'lamp',
      path: '/s1/c1/g1/b1/',
      community: '/s1/c1/',
      kind: 'help',
      urgency: 'ordinary',
      placed_at: MINUTE,
      placed_by: 'wang',
      assignee_person_id: null,
      assignee_team_id: null,
      assignee_unit_id: null,
      offer_wave: null,
      offer_path: null,
      refusal_proposed_by: null,
      contacted_at: null,
      handled_at: null,
      handled_by: null,
      result: null,
      reached: null,
      score: null,
      rated_round: null,
      calls_tried: 0,
      first_call_at: null,
      show_consent_at: null,
      shown_at: null,
      closed_at: null,
      supplements: 0,
      assigned_at: null,
      host_ruled: false,
      urged_at: null,
      supervision: null,
      merged_into: null,
    })
  })

  it('takes the urgency said, else the item’s, else the ordinary', () => {
    const urgency = (more: Told) => orderOf(['placeOrder', 'submitted', more]).urgency
    expect(urgency({ facts: { urgency: 'prompt' }, item: 'lift' })).toBe('prompt')
    expect(urgency({ item: 'lift' })).toBe('emergency')
    expect(urgency({ item: 'lamp' })).toBe('ordinary')
    expect(urgency({ item: null })).toBe('ordinary')
  })

  it('comes first, and no event is missing: otherwise nothing is told', () => {
    expect(retold([], rules)).toBeUndefined()
    expect(retold(told(accepted), rules)).toBeUndefined()
    const events = told(placed, accepted, offered)
    expect(retold(events, rules)?.order.version).toBe(3)
    expect(retold([...events.slice(0, 1), ...events.slice(2)], rules)).toBeUndefined()
    expect(retold([...events, ...events.slice(2)], rules)).toBeUndefined()
  })
})

describe('what a step says', () => {
  it('accepting: kind and urgency where they were put right', () => {
    const right = { facts: { kind: 'advice', urgency: 'prompt' } }
    expect(orderOf(placed, ['acceptOrder', 'accepted', right])).toMatchObject({
      kind: 'advice',
      urgency: 'prompt',
    })
    expect(orderOf(placed, accepted)).toMatchObject({ kind: 'help', urgency: 'ordinary' })
  })

  it('moving: place, community and item are the event’s', () => {
    const moved = { path: '/s1/c2/g9/', item: 'lift' }
    expect(orderOf(placed, ['acceptOrder', 'accepted', moved])).toMatchObject({
      path: '/s1/c2/g9/',
      community: '/s1/c2/',
      item: 'lift',
    })
  })

  it('refusing takes two: who proposed it is known', () => {
    const order = orderOf(placed, ['proposeRefusal', 'submitted', { actor: 'desk' }])
    expect(order).toMatchObject({ refusal_proposed_by: 'desk', state: 'submitted', closed_at: null })
  })

  it('answering at once closes it as answered', () => {
    const order = orderOf(placed, ['answerOrder', 'closed'])
    expect(order).toMatchObject({ result: 'answered', state: 'closed', closed_at: 2 * MINUTE })
  })

  it.each([
    [{}, 1, '/s1/c1/g1/'],
    [{ wave: 1 }, 1, '/s1/c1/g1/'],
    [{ wave: 2 }, 2, '/s1/'],
    [{ wave: 3 }, 3, '/'],
  ])('offering with %o asks as far as wave %i, %s', (facts, wave, path) => {
    for (const verb of ['offerOrder', 'widenOffer'] as const)
      expect(orderOf(placed, accepted, [verb, 'offered', { facts }])).toMatchObject({
        offer_wave: wave,
        offer_path: path,
      })
  })

  it('offering asks the community first where the place says no wave, and then the region', () => {
    const bare = { ...rules, waves: [] }
    const path = (wave: number) =>
      retold(told(placed, ['offerOrder', 'offered', { facts: { wave } }]), bare)?.order.offer_path
    expect(path(1)).toBe('/s1/c1/')
    expect(path(2)).toBe('/')
  })

  it('claiming, giving back: who has it, and that nobody was contacted', () => {
    expect(orderOf(...upTo.work)).toMatchObject({ assignee_person_id: 'helper', state: 'inProgress' })
    const back = orderOf(
      ...upTo.work,
      ['contactRequester', 'inProgress'],
      ['giveBack', 'offered', { facts: { wave: 2 } }],
    )
    expect(back).toMatchObject({
      assignee_person_id: null,
      assignee_team_id: null,
      assignee_unit_id: null,
      contacted_at: null,
      offer_wave: 2,
      offer_path: '/s1/',
    })
  })

  it.each(['dispatchOrder', 'assignOrder'] as const)(
    '%s: the person, team or unit it was given to',
    (verb) => {
      const given = (facts: ToldEvent['facts']) => {
        const { assignee_person_id, assignee_team_id, assignee_unit_id } = orderOf(placed, accepted, [
          verb,
          'dispatched',
          { facts },
        ])
        return [assignee_person_id, assignee_team_id, assignee_unit_id]
      }
      expect(given({ personId: 'p' })).toEqual(['p', null, null])
      expect(given({ teamId: 't' })).toEqual([null, 't', null])
      expect(given({ unitId: 'u', personId: 7 })).toEqual([null, null, 'u'])
    },
  )

  it('signing for a team makes it the signer’s, otherwise it stays where it is', () => {
    const toTeam = ['dispatchOrder', 'dispatched', { facts: { teamId: 't' } }] as const
    const signed = (facts: ToldEvent['facts']) =>
      orderOf(placed, accepted, toTeam, ['signOrder', 'inProgress', { actor: 'member', facts }])
    expect(signed({ team: true })).toMatchObject({ assignee_person_id: 'member', assignee_team_id: null })
    expect(signed({})).toMatchObject({ assignee_person_id: null, assignee_team_id: 't' })
  })

  it('handling: when, by whom, how it ended, and the contact that came with it', () => {
    const before = 5 * MINUTE
    const contacted = [...upTo.work, ['contactRequester', 'inProgress']] as const
    expect(orderOf(...contacted, handled)).toMatchObject({
      contacted_at: before,
      handled_at: 6 * MINUTE,
      handled_by: 'helper',
      result: 'solved',
    })
    const how = [
      'handleOrder',
      'handled',
      { actor: 'helper', facts: { how: 'visit', resolved: 'partlySolved' } },
    ] as const
    expect(orderOf(...contacted, how)).toMatchObject({ contacted_at: 6 * MINUTE, result: 'partlySolved' })
  })

  it('handling oneself closes it as solved, by whoever did it', () => {
    const self = (facts: ToldEvent['facts']) =>
      orderOf(placed, accepted, ['selfHandle', 'closed', { actor: 'grid', facts }])
    expect(self({ how: 'visit' })).toMatchObject({
      assignee_person_id: 'grid',
      handled_by: 'grid',
      handled_at: 3 * MINUTE,
      contacted_at: 3 * MINUTE,
      closed_at: 3 * MINUTE,
      result: 'solved',
    })
    expect(self({}).contacted_at).toBeNull()
  })

  it('sending back forgets the result', () => {
    expect(orderOf(...upTo.work, handled, ['returnHandling', 'inProgress']).result).toBeNull()
  })

  it('calling in vain is counted, from the first call on', () => {
    const call = ['recordCall', 'followUp'] as const
    expect(orderOf(...upTo.judging, call, call)).toMatchObject({ calls_tried: 2, first_call_at: 7 * MINUTE })
  })

  it('rating: the score of the round, and while it is followed up the result too', () => {
    const rated = { facts: { score: 2, resolved: 'notSolved' } }
    expect(orderOf(...upTo.judging, ['rateOrder', 'followUp', rated])).toMatchObject({
      score: 2,
      rated_round: 1,
      result: 'notSolved',
    })
    expect(orderOf(...upTo.judging, closed, ['rateOrder', 'closed', rated])).toMatchObject({
      score: 2,
      result: 'solved',
    })
  })

  it('closing: whether somebody was reached, and their word where it was not said before', () => {
    const said = { reached: true, score: 3, resolved: 'notSolved' }
    const end = (facts: ToldEvent['facts'], ...more: Steps) =>
      orderOf(...upTo.judging, ...more, ['closeOrder', 'closed', { facts }])
    expect(end(said)).toMatchObject({ reached: true, score: 3, rated_round: 1, result: 'notSolved' })
    expect(end({ ...said, reached: false })).toMatchObject({ reached: false, score: null, result: 'solved' })
    expect(end({ reached: true, score: 3 })).toMatchObject({ reached: true, score: null, result: 'solved' })
    expect(end({ reached: true, resolved: 'notSolved' })).toMatchObject({ score: null, result: 'solved' })
    const before = ['rateOrder', 'followUp', { facts: { score: 5, resolved: 'solved' } }] as const
    expect(end(said, before)).toMatchObject({ reached: true, score: 5, result: 'solved' })
  })

  it('a rework begins anew, except for what was judged', () => {
    const rated = ['rateOrder', 'followUp', { facts: { score: 1, resolved: 'notSolved' } }] as const
    const called = ['recordCall', 'followUp'] as const
    const order = orderOf(...upTo.judging, rated, called, ['reworkOrder', 'rework', { round: 2 }])
    expect(order).toMatchObject({
      round: 2,
      contacted_at: null,
      handled_at: null,
      handled_by: null,
      result: null,
      reached: null,
      calls_tried: 0,
      first_call_at: null,
      score: 1,
      rated_round: 1,
      assignee_person_id: 'helper',
    })
  })

  it('showing: consent, publication, and both withdrawn', () => {
    const consented = [...upTo.judging, closed, ['consentToShow', 'closed'], ['showOrder', 'closed']] as const
    expect(orderOf(...consented)).toMatchObject({
      show_consent_at: 8 * MINUTE,
      shown_at: 9 * MINUTE,
      closed_at: 7 * MINUTE,
    })
    expect(orderOf(...consented, ['hideOrder', 'closed'])).toMatchObject({
      show_consent_at: null,
      shown_at: null,
    })
  })
})

describe('the clocks', () => {
  const running = ({ clocks: all }: Retold): string[] =>
    all.filter(({ stoppedAt }) => stoppedAt === null).map(({ clock }) => clock)

  it('begin with their step, by the rule in force, and end with theirs', () => {
    const { clocks: all, due } = retell(placed, accepted)
    expect(all).toEqual([
      {
        clock: 'accept',
        unitId: null,
        round: 1,
        wave: 0,
        amount: limitOfClock('accept'),
        unit: 'minute',
        rule: 'rule of accept',
        startedAt: MINUTE,
        dueAt: (1 + limitOfClock('accept')) * MINUTE,
        firstDueAt: null,
        pausedAt: null,
        stoppedAt: 2 * MINUTE,
      },
      {
        clock: 'dispatch',
        unitId: null,
        round: 1,
        wave: 0,
        amount: limitOfClock('dispatch'),
        unit: 'minute',
        rule: 'rule of dispatch',
        startedAt: 2 * MINUTE,
        dueAt: (2 + limitOfClock('dispatch')) * MINUTE,
        firstDueAt: null,
        pausedAt: null,
        stoppedAt: null,
      },
    ])
    expect(due).toEqual({ at: (2 + limitOfClock('dispatch')) * MINUTE, clock: 'dispatch' })
  })

  it('of an offer know its wave, and a wider one ends the one before', () => {
    const { clocks: all } = retell(placed, accepted, offered, [
      'widenOffer',
      'offered',
      { facts: { wave: 2 } },
    ])
    expect(
      all.filter(({ clock }) => clock === 'claim').map(({ wave, stoppedAt }) => [wave, stoppedAt]),
    ).toEqual([
      [1, 4 * MINUTE],
      [2, null],
    ])
  })

  it('run two at once while somebody works, and the first to end is what is due', () => {
    const work = retell(...upTo.work)
    expect(running(work).sort()).toEqual(['contact', 'handle'])
    const first = limitOfClock('contact') < limitOfClock('handle') ? 'contact' : 'handle'
    expect(work.due).toEqual({ at: (4 + limitOfClock(first)) * MINUTE, clock: first })
  })

  it('of two that end at the same moment the one that began last is due', () => {
    const same: RetellingRules = {
      ...rules,
      limitOf: (clock) => ({
        amount: clock === 'handle' ? 11 : clock === 'contact' ? 10 : 5,
        unit: 'minute',
        version: null,
      }),
    }
    const given = ['dispatchOrder', 'dispatched', { facts: { personId: 'p' } }] as const
    const found = retold(told(placed, accepted, given, ['signOrder', 'inProgress']), same)
    expect(found?.due).toEqual({ at: 14 * MINUTE, clock: 'contact' })
  })

  it('go on where the work is sent back, and only those of this round', () => {
    const back = retell(...upTo.work, handled, ['returnHandling', 'inProgress'])
    expect(running(back)).toEqual(['handle'])
    expect(back.due).toEqual({ at: (4 + limitOfClock('handle')) * MINUTE, clock: 'handle' })
    const again = retell(...upTo.judging, ['reworkOrder', 'rework', { round: 2 }], handled, [
      'returnHandling',
      'inProgress',
    ])
    expect(
      again.clocks
        .filter(({ clock }) => clock === 'handle')
        .map(({ round, stoppedAt }) => [round, stoppedAt]),
    ).toEqual([
      [1, 5 * MINUTE],
      [2, null],
    ])
  })

  it('are shorter in a rework: the share of the limit, at least so many days', () => {
    const { clocks: all } = retell(...upTo.judging, ['reworkOrder', 'rework', { round: 2 }])
    expect(all.findLast(({ clock }) => clock === 'handle')).toMatchObject({
      round: 2,
      amount: 1440,
      unit: 'minute',
    })
  })

  it('of an emergency are the emergency’s', () => {
    const { clocks: all } = retell(['placeOrder', 'submitted', { item: 'lift' }])
    expect(all.map(({ amount }) => amount)).toEqual([limitOfClock('accept') / 2])
  })

  it('all end with the order, which is closed once', () => {
    const end = retell(...upTo.work, ['cancelOrder', 'cancelled'])
    expect(running(end)).toEqual([])
    expect(end.due).toBeNull()
    expect(end.order.closed_at).toBe(5 * MINUTE)
    const later = retell(...upTo.judging, closed, ['consentToShow', 'closed'])
    expect(later.order.closed_at).toBe(7 * MINUTE)
    expect(later.clocks.every(({ stoppedAt }) => stoppedAt !== null)).toBe(true)
  })
})
