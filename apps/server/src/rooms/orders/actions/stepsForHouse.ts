import type { Sql } from 'sql-template-tag'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { notNow } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { NOW } from '../store/order.ts'
import { offerOrder } from './offerOrder.ts'
import { type By, itemOf, takeStep } from './takeStep.ts'

/** Who takes a step on behalf of another room: a person with what is remembered of the command, or the policy itself. */
export type HouseHand = { readonly actor: Actor; remember(): Sql } | { readonly system: number }

const byOf = (hand: HouseHand): By =>
  'actor' in hand ? { actor: hand.actor, version: undefined, remember: hand.remember } : hand

/**
 * Steps of an order that another room takes by the table's own rules, each with what that room writes in the same commit.
 * Whoever asks has decided who may: a system's hand stands for somebody whom the other room has on record.
 */
export const stepsForHouse = (needs: OrderNeeds) => ({
  note: (id: string, hand: HouseHand, text: string, also: readonly Sql[]) =>
    takeStep(needs, id, 'addNote', byOf(hand), () => ({
      remark: { audience: 'staff', text },
      beyondScope: true,
      also,
    })),
  /** As an item of the place, with the item's own kind and urgency. */
  accept: (id: string, hand: HouseHand, key: string, also: readonly Sql[]) =>
    takeStep(needs, id, 'acceptOrder', byOf(hand), (_, rules) => {
      const { key: item, version, kind, urgency } = itemOf(rules, key)
      return {
        set: { item, item_version: version, kind, urgency },
        facts: { item, kind, urgency },
        beyondScope: true,
        also,
      }
    }),
  offer: (id: string, region: number) => offerOrder(needs, id, { system: region }),
  answer: (id: string, hand: HouseHand, text: string, also: readonly Sql[]) =>
    takeStep(needs, id, 'answerOrder', byOf(hand), () => ({
      set: { result: 'answered' },
      remark: { audience: 'everybody', text },
      beyondScope: true,
      also,
    })),
  /** To somebody who is on the way already. */
  give: (id: string, region: number, personId: string, also: readonly Sql[]) =>
    takeStep(needs, id, 'dispatchOrder', { system: region }, () => ({
      assignee: { personId },
      facts: { to: 'person', personId },
      also,
    })),
  sign: (id: string, region: number) => takeStep(needs, id, 'signOrder', { system: region }, () => ({})),
  contacted: (id: string, region: number, how: string, also: readonly Sql[]) =>
    takeStep(needs, id, 'contactRequester', { system: region }, () => ({
      set: { contacted_at: NOW },
      facts: { how },
      also,
    })),
  /** What it was for has gone by itself, before anybody began. */
  withdraw: (id: string, region: number, text: string) =>
    takeStep(needs, id, 'cancelOrder', { system: region }, (order) => {
      if (!['submitted', 'accepted', 'offered'].includes(order.state)) throw notNow()
      return { remark: { audience: 'everybody', text } }
    }),
})
