import { sendLoose } from '../api.ts'
import { NetworkFailure, Problem } from '../failure.ts'
import { person } from '../person.ts'
import { areaWith } from './doors.ts'
import type { WaitingPhoto, WaitingRecord } from './kept.ts'
import { dropPhoto, photosOf, putPhoto, putRecord, recordsArrived, recordsOf } from './store.ts'

const AT_ONCE = 40
/** While one is on its way the server answers another: a line that answers late is not idle meanwhile. */
const PHOTOS_AT_ONCE = 3
const LOCK = 'linli.sync'

/** What the server may answer otherwise in a while: the network, a server that starts, a session that ended. */
function isForLater(error: unknown): boolean {
  if (error instanceof NetworkFailure) return true
  if (!(error instanceof Problem)) throw error
  return (
    error.code === 'kernel.otherPerson' || error.status === 401 || error.status === 429 || error.status >= 500
  )
}

/** @returns false when the rest has to wait */
async function sendRecords(records: readonly WaitingRecord[]): Promise<boolean> {
  const [first] = records
  if (!first) return true
  try {
    const sent = records.map(({ record }) => record)
    await sendLoose('recordVisits', { body: { records: sent } }, { person: first.person })
    await recordsArrived(first.person, sent, areaWith)
    return true
  } catch (error) {
    if (isForLater(error)) return false
    if (records.length === 1) {
      await putRecord({ ...first, refusal: error instanceof Error ? error.message : '' })
      return true
    }
    // One of them does not fit: each for itself, so that it holds back no other.
    for (const one of records) if (!(await sendRecords([one]))) return false
    return true
  }
}

/** The picture first, then which one it is; each step is safe to repeat. @returns false when the rest has to wait */
async function sendPhoto(photo: WaitingPhoto): Promise<boolean> {
  try {
    const file = photo.file ?? (await uploaded(photo))
    await putPhoto({ ...photo, file })
    const body = { household: photo.household, file }
    await sendLoose('keepVisitPhoto', { params: { id: photo.id }, body }, { person: photo.person })
    await dropPhoto(photo)
    return true
  } catch (error) {
    if (isForLater(error)) return false
    await putPhoto({ ...photo, refusal: error instanceof Error ? error.message : '' })
    return true
  }
}

async function uploaded({ blob, id, person: by }: WaitingPhoto): Promise<string> {
  const answer = await sendLoose('uploadPhoto', { file: blob }, { idempotencyKey: id, person: by })
  return (answer as { id: string }).id // as the contract says
}

async function sendAll(by: string): Promise<void> {
  const records = (await recordsOf(by)).filter(({ refusal }) => refusal === undefined)
  for (let at = 0; at < records.length; at += AT_ONCE)
    if (!(await sendRecords(records.slice(at, at + AT_ONCE)))) return
  const photos = (await photosOf(by)).filter(({ refusal }) => refusal === undefined)
  await Promise.all(Array.from({ length: PHOTOS_AT_ONCE }, () => sendNext(photos)))
}

/** Takes the next photo until none is left; one that has to wait leaves no more to anybody. */
async function sendNext(photos: WaitingPhoto[]): Promise<void> {
  for (let photo = photos.shift(); photo; photo = photos.shift())
    if (!(await sendPhoto(photo))) photos.length = 0
}

let running: Promise<void> | undefined
let isAskedAgain = false

async function untilNobodyAsks(by: string): Promise<void> {
  do {
    isAskedAgain = false
    await locked(() => sendAll(by))
  } while (isAskedAgain)
}

/**
 * Sends what waits of the person at this device: visits first, then photos. Of several tabs one sends. Asked for while it
 * runs, it looks once more: what was written meanwhile, or a network that came back, waits for no later moment.
 */
export function sync(): Promise<void> {
  const by = person.get()
  if (by === undefined) return Promise.resolve()
  isAskedAgain = true
  running ??= untilNobodyAsks(by).finally(() => {
    running = undefined
  })
  return running
}

/** Without locks (an old browser, a page without https) two tabs may both send: the ids make it one. */
const locked = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(LOCK, work) : work()
