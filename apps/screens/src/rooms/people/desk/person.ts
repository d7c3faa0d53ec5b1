import type { Answer } from '../../../kit/endpoints.ts'

/** One person as the register shows them. */
export type Person = Answer<'getPerson'>
/** A part of the person's page: it says when it has changed something. */
export type PersonPart = { readonly person: Person }
