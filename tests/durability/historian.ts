import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { Person } from './folk.ts'
import { isTaken, type Journal } from './journal.ts'
import type { Operation, Transaction } from './listAppend.ts'
import { must, orderBody } from './lives.ts'

type Timeline = { version: number; timeline: { version: number; actorRole: string }[] }
type Entries = { entries: { items: { phase: string; redemption: { id: string } | null }[] } }

/** Writes down what clients did and saw: orders are lists of their versions, a purse and its redemptions are sets. */
export class Historian {
  readonly history: Transaction[] = []
  readonly #journal: Journal
  #known = new Set<string>()

  constructor(journal: Journal) {
    this.#journal = journal
  }

  async placeOrder(by: Person): Promise<string> {
    const id = newId()
    const { sentAt, answeredAt } = await must(
      this.#journal,
      'placeOrder',
      '/orders',
      orderBody(id, 'volunteerElders'),
      by,
    )
    this.#note(sentAt, answeredAt, [{ kind: 'append', list: id, value: '1' }])
    return id
  }

  /** @returns the version that was seen */
  async readOrder(id: string, by: Person): Promise<number> {
    const begun = performance.now()
    const view = await this.#journal.read<Timeline>(`/orders/${id}`, by.token)
    if (!view) throw new Error(`${id} is not to be seen`)
    const values = view.timeline.map(({ version }) => String(version))
    for (const { version, actorRole } of view.timeline)
      if (actorRole === 'system') this.#noteSystem(id, String(version))
    this.#note(begun, performance.now(), [{ kind: 'read', list: id, values }])
    return view.version
  }

  /** A note at a version that was seen: taken, it read the order up to there and wrote the next. */
  async addNote(id: string, version: number, by: Person): Promise<boolean> {
    const body = { version, text: `补充 ${version}` }
    const entry = await this.#journal.send({
      operation: 'addNote',
      path: `/orders/${id}/notes`,
      body,
      token: by.token,
    })
    if (!isTaken(entry)) return false
    this.#note(entry.sentAt, entry.answeredAt, [
      { kind: 'read', list: id, values: Array.from({ length: version }, (_, n) => String(n + 1)) },
      { kind: 'append', list: id, value: String(entry.answer.version) },
    ])
    return true
  }

  async redeem(reward: string, by: Person): Promise<string | undefined> {
    const id = newId()
    const body = { id, rewardId: reward, quantity: 1, points: 10 }
    const entry = await this.#journal.send({
      operation: 'redeemPoints',
      path: '/points/redemptions',
      body,
      token: by.token,
    })
    if (!isTaken(entry)) return undefined
    this.#note(entry.sentAt, entry.answeredAt, [
      { kind: 'append', list: `purse ${by.personId}`, value: `${id} pending` },
      { kind: 'append', list: `redemptions ${by.personId}`, value: id },
    ])
    return id
  }

  async cancel(id: string, by: Person): Promise<void> {
    const { sentAt, answeredAt } = await must(
      this.#journal,
      'cancelRedemption',
      `/points/redemptions/${id}/cancel`,
      {},
      by,
    )
    this.#note(sentAt, answeredAt, [{ kind: 'append', list: `purse ${by.personId}`, value: `${id} voided` }])
  }

  async readPurse(by: Person): Promise<void> {
    const begun = performance.now()
    const view = await this.#journal.read<Entries>('/me/points?limit=100', by.token)
    const values = (view?.entries.items ?? []).flatMap(({ phase, redemption }) =>
      redemption ? [`${redemption.id} ${phase}`] : [],
    )
    this.#note(begun, performance.now(), [{ kind: 'readSet', list: `purse ${by.personId}`, values }])
  }

  async readRedemptions(by: Person): Promise<void> {
    const begun = performance.now()
    const view = await this.#journal.read<{ items: { id: string }[] }>('/me/redemptions?limit=100', by.token)
    const values = (view?.items ?? []).map(({ id }) => id)
    this.#note(begun, performance.now(), [{ kind: 'readSet', list: `redemptions ${by.personId}`, values }])
  }

  #note(begun: number, ended: number, operations: Operation[]): void {
    this.history.push({ id: `t${this.history.length}`, outcome: 'committed', begun, ended, operations })
  }

  /** A step of the policy's: nobody here was told when. */
  #noteSystem(list: string, value: string): void {
    const entry = `${list} ${value}`
    if (this.#known.has(entry)) return
    this.#known.add(entry)
    this.history.push({
      id: `system ${entry}`,
      outcome: 'unknown',
      begun: Number.NEGATIVE_INFINITY,
      ended: Number.POSITIVE_INFINITY,
      operations: [{ kind: 'append', list, value }],
    })
  }
}
