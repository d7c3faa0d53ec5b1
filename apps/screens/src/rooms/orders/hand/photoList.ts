import type { FieldError } from '../../../kit/failure.ts'
import type { Photo } from '../../../kit/hand/index.ts'

/** The ids of the photos that are with the server. */
export const sentIds = (photos: readonly Photo[]): string[] =>
  photos.flatMap(({ id, state }) => (state === 'sent' && id !== undefined ? [id] : []))

/** An error on a field while some of its photos are not with the server yet: nothing is left out in silence. */
export const unsentPhotos = (field: string, photos: readonly Photo[], message: string): FieldError[] =>
  photos.some(({ state }) => state !== 'sent') ? [{ field, message }] : []
