/** The steps of the histogram of claim times: how many claims came within so many seconds of the offer. */
export const CLAIM_STEPS = [
  { name: '1m', seconds: 60 },
  { name: '5m', seconds: 300 },
  { name: '15m', seconds: 900 },
  { name: '30m', seconds: 1800 },
  { name: '1h', seconds: 3600 },
  { name: '4h', seconds: 14_400 },
  { name: '1d', seconds: 86_400 },
] as const
export type ClaimStep = (typeof CLAIM_STEPS)[number]
export const claimColumn = ({ name }: ClaimStep): string => `claimed_${name}`

/**
 * The seconds within which half of the claims came, to the precision of the steps: on a straight line inside the step
 * that holds the median, the step's upper end when it lies beyond the last. Null without claims.
 * @param within how many claims came within each step, each number including the one before
 */
export function medianClaimSeconds(claimed: number, within: readonly number[]): number | null {
  if (claimed === 0) return null
  const half = claimed / 2
  const at = within.findIndex((count) => count >= half)
  const last = CLAIM_STEPS.at(-1)?.seconds ?? 0
  const step = CLAIM_STEPS[at]
  if (!step) return last
  const before = at === 0 ? 0 : (within[at - 1] ?? 0)
  const from = at === 0 ? 0 : (CLAIM_STEPS[at - 1]?.seconds ?? 0)
  const inStep = (within[at] ?? 0) - before
  return Math.round(from + ((half - before) / inStep) * (step.seconds - from))
}
