import type { Answer } from '../../../kit/endpoints.ts'

/** One press, as the desk reads it. */
export type Press = Answer<'getPress'>
