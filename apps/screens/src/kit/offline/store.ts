import type { VisitRecord } from '@linli/contract/visits/shapes'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { currentSeat } from '../seat.ts'
import type { KeptArea, Unsent, WaitingPhoto, WaitingRecord } from './kept.ts'
import { setWaiting } from './waitingCounts.ts'

interface Schema extends DBSchema {
  areas: { key: [person: string, campaign: string]; value: KeptArea; indexes: { person: string } }
  records: { key: string; value: WaitingRecord; indexes: { person: string } }
  photos: { key: string; value: WaitingPhoto; indexes: { person: string } }
  commands: { key: string; value: Unsent; indexes: { person: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(`linli.${currentSeat()?.seat ?? 'phone'}`, 2, {
    upgrade(db, before) {
      if (before < 2) db.createObjectStore('commands', { keyPath: 'key' }).createIndex('person', 'person')
      if (before > 0) return
      db.createObjectStore('areas', { keyPath: ['person', 'id'] }).createIndex('person', 'person')
      db.createObjectStore('records', { keyPath: 'id' }).createIndex('person', 'person')
      db.createObjectStore('photos', { keyPath: 'id' }).createIndex('person', 'person')
    },
    // Another tab brings a newer form of the store, or the browser closed this one: it is opened anew when it is needed.
    blocking: (_now, _next, event) => {
      ;(event.target as IDBDatabase).close() // the event of a database has no other target
      opened = undefined
    },
    terminated: () => {
      opened = undefined
    },
  })
  return opened
}

const channel = new BroadcastChannel('linli.visits')
const watchers = new Set<() => void>()
channel.onmessage = () => {
  for (const watcher of watchers) watcher()
}

/** Is told when anything in the store changed, also by another tab. @returns how to stop */
export function onStoreChange(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

async function changed(person: string): Promise<void> {
  const db = await open()
  const [records, photos] = await Promise.all([
    db.countFromIndex('records', 'person', person),
    db.countFromIndex('photos', 'person', person),
  ])
  setWaiting(person, records + photos)
  for (const watcher of watchers) watcher()
  channel.postMessage('changed')
}

/** Keeps an area as the server gave it, in place of what was there; what waits stays. @throws when the phone is full */
export async function keepArea(area: KeptArea): Promise<void> {
  const db = await open()
  await db.put('areas', area)
  await changed(area.person)
}

/** Keeps a record with its photos, all or nothing; resolves once they are safe on the phone. @throws when it is full */
export async function keepRecord(record: WaitingRecord, photos: readonly WaitingPhoto[]): Promise<void> {
  const db = await open()
  const tx = db.transaction(['records', 'photos'], 'readwrite', { durability: 'strict' })
  await Promise.all([
    tx.objectStore('records').put(record),
    ...photos.map((photo) => tx.objectStore('photos').put(photo)),
    tx.done,
  ])
  await changed(record.person)
}

/** The areas somebody took along, and one of them. */
export const areasOf = async (person: string): Promise<KeptArea[]> =>
  (await open()).getAllFromIndex('areas', 'person', person)
export const areaOf = async (person: string, campaign: string): Promise<KeptArea | undefined> =>
  (await open()).get('areas', [person, campaign])
export const recordsOf = async (person: string): Promise<WaitingRecord[]> =>
  (await open()).getAllFromIndex('records', 'person', person)
export const photosOf = async (person: string): Promise<WaitingPhoto[]> =>
  (await open()).getAllFromIndex('photos', 'person', person)

/** Records that the server has now: out of what waits and into the area they belong to, in one step. */
export async function recordsArrived(
  person: string,
  records: readonly VisitRecord[],
  apply: (area: KeptArea, records: readonly VisitRecord[]) => KeptArea,
): Promise<void> {
  const db = await open()
  const tx = db.transaction(['records', 'areas'], 'readwrite')
  for (const campaign of new Set(records.map((one) => one.campaign))) {
    const area = await tx.objectStore('areas').get([person, campaign])
    const own = records.filter((one) => one.campaign === campaign)
    if (area) await tx.objectStore('areas').put(apply(area, own))
  }
  for (const { id } of records) await tx.objectStore('records').delete(id)
  await tx.done
  await changed(person)
}

export async function putRecord(record: WaitingRecord): Promise<void> {
  await (await open()).put('records', record)
  await changed(record.person)
}
export async function putPhoto(photo: WaitingPhoto): Promise<void> {
  await (await open()).put('photos', photo)
  await changed(photo.person)
}
export async function dropPhoto({ id, person }: WaitingPhoto): Promise<void> {
  await (await open()).delete('photos', id)
  await changed(person)
}
/** The writer gives a refused record up. */
export async function dropRecord({ id, person }: WaitingRecord): Promise<void> {
  await (await open()).delete('records', id)
  await changed(person)
}

/** Commands that wait, of whomever, in the order in which they were given. */
export const commandsKept = async (): Promise<Unsent[]> =>
  (await (await open()).getAll('commands')).sort((a, b) => (a.at < b.at ? -1 : 1))

/** Resolves once the command is safe on this device. @throws when it is full */
export async function keepCommand(command: Unsent): Promise<void> {
  const tx = (await open()).transaction('commands', 'readwrite', { durability: 'strict' })
  await Promise.all([tx.store.put(command), tx.done])
  channel.postMessage('changed')
}
export async function dropCommands(keys: readonly string[]): Promise<void> {
  const tx = (await open()).transaction('commands', 'readwrite')
  await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done])
  channel.postMessage('changed')
}

/** At sign-out: nothing of the person stays on this device. */
export async function forgetKept(person: string): Promise<void> {
  const db = await open()
  const tx = db.transaction(['areas', 'records', 'photos'], 'readwrite')
  for (const key of await tx.objectStore('areas').index('person').getAllKeys(person))
    await tx.objectStore('areas').delete(key)
  for (const name of ['records', 'photos'] as const)
    for (const key of await tx.objectStore(name).index('person').getAllKeys(person))
      await tx.objectStore(name).delete(key)
  await tx.done
  await changed(person)
}
