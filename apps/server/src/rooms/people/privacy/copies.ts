import { buffer } from 'node:stream/consumers'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { FileAnswer } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { collectPerson, type Part } from '../../../kernel/privacy/collect.ts'
import { copyOf } from '../../../kernel/privacy/copy.ts'
import { asOwner } from '../../../kernel/privacy/owner.ts'
import { notFound } from '../../../kernel/problem.ts'
import { copyById, copyReadyStatement, copyStatement, takeWaitingCopy } from '../store/ownData.ts'
import { looksAt } from '../views/ownData.ts'
import { copyNotReady, copyWaiting } from './errors.ts'
import type { Asking, OwnDataNeeds } from './needs.ts'
import { factOf } from './shown.ts'

/** A copy is a whole person: it lies encrypted until it is fetched or its days are over. */
const context = (id: string): string => `data_exports.bytes:${id}`

/** 要一份我的资料. @throws copyWaiting while one is being made */
export async function askCopy(
  { db }: OwnDataNeeds,
  { me, remember }: Asking<{ id: string }>,
): Promise<{ id: string }> {
  const answer = { id: newId() }
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      copyStatement(me.region, me.personId, answer.id),
      auditStatement(me, { action: 'askCopy', subjectKind: 'person', subjectId: me.personId }),
    ])
  } catch (error) {
    throw violated(error) === 'data_exports_waiting' ? copyWaiting() : error
  }
  return answer
}

/** Makes the copies that wait in a region, one after the other, and tells each person. To be called every few seconds. */
export async function makeCopies(needs: OwnDataNeeds, region: number): Promise<void> {
  while (await makeCopy(needs, region));
}

function makeCopy(needs: OwnDataNeeds, region: number): Promise<boolean> {
  const { privacy, crypto } = needs
  return asOwner(privacy, region, async (tx) => {
    const waiting = await takeWaitingCopy(tx, region)
    if (!waiting) return false
    const { id, personId } = waiting
    const { parts, files } = await collectPerson({ ...privacy, crypto }, region, personId)
    const made = new Date(Date.now() + needs.db.shift()).toISOString().slice(0, 10)
    const bytes = await copyOf(
      privacy.storage,
      { parts: [...parts, await looksPart(needs, region, personId)], files },
      made,
      (table, cell, row) => factOf(table, cell, row)?.zh,
    )
    const storageKey = `${region}-${newId()}`
    await privacy.storage.put(
      storageKey,
      Buffer.from(crypto.encryptField(bytes.toString('base64'), context(id))),
    )
    await tx.query(copyReadyStatement(region, id, storageKey, bytes.length))
    await tx.query(outboxStatement(region, 'privacy.copyReady.1', { id, people: [personId] }))
    return true
  })
}

/** Who looked, as the page tells it. */
async function looksPart({ db }: OwnDataNeeds, region: number, personId: string): Promise<Part> {
  const me = { region, personId, accountId: personId, sessionId: personId, grants: [], units: [], teams: [] }
  const { items } = await looksAt(db, me, { limit: 1000 })
  const title = (zh: string, en: string) => ({ zh, en })
  return {
    table: 'looks',
    title: title('谁看过或改过我的资料', 'Who looked at my data or changed it'),
    cells: [
      { name: 'at', title: title('时间', 'Time') },
      { name: 'what', title: title('做了什么', 'What') },
      { name: 'who', title: title('岗位', 'Post') },
      { name: 'where', title: title('地方', 'Where') },
      { name: 'reason', title: title('事由', 'Reason') },
      { name: 'number', title: title('工单', 'Order') },
    ],
    rows: items.map((look) => ({ ...look, what: look.what.zh, who: look.who.zh })),
  }
}

/** Hands one's own copy over. @throws notFound, copyNotReady */
export async function fetchCopy(
  { db, crypto, privacy }: OwnDataNeeds,
  { me }: Pick<Asking<never>, 'me'>,
  id: string,
): Promise<FileAnswer> {
  const copy = await copyById(db, scopeOf(me), me.personId, id)
  if (!copy || copy.isOver) throw notFound()
  if (copy.storageKey === null) throw copyNotReady()
  await db.commit(scopeOf(me), [
    auditStatement(me, { action: 'fetchCopy', subjectKind: 'person', subjectId: me.personId }),
  ])
  const kept = await buffer(await privacy.storage.get(copy.storageKey))
  const file = Buffer.from(crypto.decryptField(kept.toString('utf8'), context(id)), 'base64')
  return { file, mediaType: 'application/zip', name: '我的资料.zip' }
}
