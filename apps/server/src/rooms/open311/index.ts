/** The front door of open311. */

export type { Asked } from './asked.ts'
export { type Answer, type Door, openDoor } from './door.ts'
export { open311Room } from './http.ts'
export type { Open311Needs } from './needs.ts'
