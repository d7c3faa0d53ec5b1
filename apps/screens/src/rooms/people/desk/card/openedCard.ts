import type { Answer } from '../../../../kit/endpoints.ts'

/** A card as it was opened, and what stands on it by separate consent. */
export type OpenedCard = Answer<'openCard'>
export type OpenedTags = Answer<'openTags'>
