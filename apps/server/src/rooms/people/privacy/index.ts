/** One's own data, for the house that puts it together. */
export { makeCopies } from './copies.ts'
export { eraseDue, erasePeople, reapplyErasures } from './erasure.ts'
export type { OwnDataNeeds } from './needs.ts'
export { privacyRoom } from './room.ts'
