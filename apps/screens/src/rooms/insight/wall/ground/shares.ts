import { counted } from '../numbers.ts'
import type { Ground } from './useGround.ts'

/** So much of so much; undefined where nothing is wanted. */
export type Share = { readonly held: number; readonly of: number } | undefined

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0)
const share = (held: number, of: number): Share => (of === 0 ? undefined : { held, of })

/** Homes that somebody looks after, by every rule of the place. */
export const pairShare = ({ pairs }: Ground): Share =>
  share(
    sum(pairs, ({ held }) => held),
    sum(pairs, ({ homes }) => homes),
  )
/** Homes met by the campaigns that run, of those they go to. */
export const visitShare = ({ visits }: Ground): Share =>
  share(
    sum(visits, ({ met }) => met),
    sum(visits, ({ homes }) => homes),
  )
export const dutyShare = ({ duties }: Ground): Share =>
  share(
    sum(duties, ({ filled }) => filled),
    sum(duties, ({ wanted }) => wanted),
  )
export const careShare = ({ care }: Ground): Share => (care ? share(care.inTime, care.promises) : undefined)
/** Services within a walk, of all the services of the grids of which it is known where they lie. */
export const reachShare = ({ reach: { placed, services } }: Ground): Share =>
  share(
    sum(services, ({ reached }) => reached),
    placed * services.length,
  )

/** Whole percents: a hundred is all of it, and nothing is rounded up to it. */
export const percent = (one: NonNullable<Share>): number =>
  one.held >= one.of ? 100 : Math.floor((one.held / one.of) * 100)
/** `12 / 15`. */
export const ofAll = ({ held, of }: NonNullable<Share>): string => `${counted(held)} / ${counted(of)}`
