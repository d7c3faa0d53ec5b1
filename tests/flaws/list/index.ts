import type { Flaw } from '../flaw.ts'
import { accessFlaws } from './access.ts'
import { inputFlaws } from './input.ts'
import { onceFlaws } from './once.ts'
import { sessionFlaws } from './session.ts'

/** Realistic mistakes, each planted alone by `npm run verify`: at least one test must turn red for every one. */
export const FLAWS: readonly Flaw[] = [...accessFlaws, ...inputFlaws, ...sessionFlaws, ...onceFlaws]
