import { fileEndpoints } from '@linli/contract/kernel/endpoints'
import { type Actor, scopeOf, systemScope } from '../auth/actor.ts'
import type { Database } from '../db/database.ts'
import { type Room, room } from '../http/room.ts'
import type { Policy } from '../policy/policy.ts'
import { notFound } from '../problem.ts'
import { keepFile, readFile } from './files.ts'
import { makePhoto } from './photo.ts'
import { emptyFile } from './problems.ts'
import type { Storage } from './storage.ts'
import { voiceType } from './voice.ts'

/** Who may read one file is decided by the row: its uploader, whoever may read its order, and everybody once it is published. */
const filePolicy: Policy<keyof typeof fileEndpoints> = {
  operations: { uploadPhoto: 'signedIn', uploadVoice: 'signedIn', getFile: 'public' },
  guests: ['uploadPhoto', 'uploadVoice'],
  subjects: { '/files/:id': 'file' },
}
const CACHE_SECONDS = 3600 // a file never changes, but it can be erased

type FilesNeeds = {
  readonly db: Database
  readonly storage: Storage
  /** From the orders room: whether its policy lets this person read the order a file belongs to. */
  mayReadOrder(actor: Actor, orderId: string): Promise<boolean>
  /** From the orders room: whether a photo stands in a publication now. */
  isShown(region: number, fileId: string): Promise<boolean>
  /** Whether the person agreed that the place of a photo is kept; absent: whoever sends it with its place agrees by that. */
  mayKeepPlace?(actor: Actor): Promise<boolean>
}

/** Photos and voice notes, as the server registers them. */
export function filesRoom({ db, storage, mayReadOrder, isShown, mayKeepPlace }: FilesNeeds): Room {
  return room({
    name: 'files',
    endpoints: fileEndpoints,
    policy: filePolicy,
    handlers: {
      uploadPhoto: async ({ file, query, scope, me, remember }) => {
        if (!file) throw emptyFile()
        // Asked only where somebody wants it kept: an ordinary photo costs no further read.
        const keepsPlace = query.keepPlace === true && (!mayKeepPlace || (await mayKeepPlace(me)))
        const photo = await makePhoto(file.bytes, keepsPlace)
        return keepFile(db, storage, { scope, personId: me.personId, remember }, { kind: 'photo', ...photo })
      },
      uploadVoice: async ({ file, scope, me, remember }) => {
        if (!file) throw emptyFile()
        const note = { kind: 'voice' as const, bytes: file.bytes, mediaType: await voiceType(file.bytes) }
        return keepFile(db, storage, { scope, personId: me.personId, remember }, note)
      },
      getFile: async ({ params, region, visitor }) => {
        // Looked for under the system's own scope only after it is known to be public.
        const shown = await isShown(region, params.id)
        if (!shown && !visitor) throw notFound()
        const scope = shown || !visitor ? systemScope(region) : scopeOf(visitor)
        const { stream, mediaType } = await readFile(
          db,
          storage,
          scope,
          params.id,
          async ({ uploadedBy, orderId }) =>
            shown ||
            uploadedBy === visitor?.personId ||
            (visitor !== undefined && orderId !== null && mayReadOrder(visitor, orderId)),
        )
        return { file: stream, mediaType, cacheSeconds: CACHE_SECONDS }
      },
    },
  })
}
