import type { Flaw } from '../flaw.ts'
import { accessFlaws } from './access.ts'
import { activityFlaws } from './activities.ts'
import { cardFlaws } from './cards.ts'
import { careFlaws } from './care.ts'
import { inputFlaws } from './input.ts'
import { ledgerFlaws } from './ledgers.ts'
import { onceFlaws } from './once.ts'
import { partnerFlaws } from './partners.ts'
import { sessionFlaws } from './session.ts'
import { visitFlaws } from './visits.ts'

/** Realistic mistakes, each planted alone by `npm run verify`: at least one test must turn red for every one. */
export const FLAWS: readonly Flaw[] = [
  ...accessFlaws,
  ...activityFlaws,
  ...cardFlaws,
  ...careFlaws,
  ...inputFlaws,
  ...ledgerFlaws,
  ...partnerFlaws,
  ...sessionFlaws,
  ...onceFlaws,
  ...visitFlaws,
]
