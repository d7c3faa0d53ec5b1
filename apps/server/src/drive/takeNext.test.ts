import { expect, test } from 'vitest'
import { HABITS, type Play } from './cast.ts'
import type { Call } from './client.ts'
import type { Sight } from './sight.ts'
import { takeNext } from './takeNext.ts'
import type { Driven } from './turn.ts'

const person = (name: string) => ({ name, phone: name, path: '/s1/', token: async () => name })
const helper = { ...person('罗师傅'), servesPath: '/s1/', skills: [], homeEntry: false }
const seen: Sight = {
  id: '0',
  number: '1',
  version: 9,
  state: 'followUp',
  kind: 'help',
  urgency: 'ordinary',
  item: null,
  title: '灯不亮',
  path: '/s1/c1/',
  round: 1,
  vulnerable: false,
  anonymous: false,
  confidential: false,
  restriction: 'none',
  result: 'solved',
  score: 1,
  callsTried: 0,
  contacted: true,
  consentedToShow: false,
  shown: false,
  owner: { kind: 'caller', name: null },
  steps: ['reportProgress', 'rateOrder'].map((verb) => ({ verb, photos: [] })),
}

test('an order that went back to a worker whom only its page names is read again', async () => {
  const calls: [operation: string, token: string][] = []
  const answers: { [operation: string]: object } = {
    reworkOrder: { ...seen, version: 10, state: 'rework' },
    getOrder: {
      ...seen,
      version: 10,
      state: 'rework',
      contactedAt: null,
      publicationSlug: null,
      timeline: seen.steps,
      owner: { kind: 'person', name: helper.name },
    },
    contactRequester: { ...seen, version: 11, state: 'rework' },
  }
  const call = (async (operation, _input, token) => {
    calls.push([operation, token ?? ''])
    return answers[operation]
  }) as Call // the three operations that this order meets
  const staff = (name: string) => [person(name)]
  const play: Play = {
    call,
    cast: {
      residents: [],
      duty: staff('duty'),
      reviewers: staff('reviewer'),
      callers: staff('caller'),
      publishers: staff('publisher'),
      helpers: [helper],
      units: new Map(),
    },
    habits: { ...HABITS, dissatisfied: 1 },
    seed: 'rework',
    tally: { claimsLost: 0, steps: 0, races: 0 },
    items: [],
    item: () => undefined,
  }
  const order: Driven = {
    id: '0',
    path: '/s1/c1/',
    requester: undefined,
    wantedItem: undefined,
    state: 'followUp',
    handler: undefined,
    sight: seen,
  }
  expect(await takeNext(play, order)).toMatchObject({ verb: 'reworkOrder', state: 'rework' })
  expect(await takeNext(play, order)).toMatchObject({ verb: 'contactRequester', state: 'rework' })
  expect(calls).toEqual([
    ['reworkOrder', 'caller'],
    ['getOrder', 'duty'],
    ['contactRequester', helper.name],
  ])
})
