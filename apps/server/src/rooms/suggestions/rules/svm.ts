/** A text as the learner sees it: which features it has, in rising order, and how strongly; of length 1. */
export type Vector = { readonly at: Int32Array; readonly of: Float32Array }

/** Small repeatable random numbers (mulberry32): the same labels always give the same model. */
export function repeatable(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type SvmSettings = { readonly cost: number; readonly rounds: number; readonly enough: number }

/**
 * The hyperplane between the texts where `sign` is 1 and those where it is -1: squared hinge loss, dual coordinate descent
 * with shrinking (Hsieh and others 2008). `weight` lets a rare class, or a correction, count for more.
 */
export function hyperplane(
  vectors: readonly Vector[],
  sign: Int8Array,
  weight: Float32Array,
  features: number,
  { cost, rounds, enough }: SvmSettings,
): Float32Array {
  const random = repeatable(features)
  const plane = new Float64Array(features + 1) // the last is the bias, of a feature that every text has
  const alpha = new Float64Array(vectors.length)
  const order = Int32Array.from(vectors.keys())
  const square = Float64Array.from(vectors, (vector) => 1 + vector.of.reduce((sum, x) => sum + x * x, 0))
  let active = vectors.length
  let limit = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    let most = Number.NEGATIVE_INFINITY
    let least = Number.POSITIVE_INFINITY
    for (let index = active - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1))
      const kept = order[index] as number
      order[index] = order[other] as number
      order[other] = kept
    }
    for (let index = 0; index < active; index++) {
      const row = order[index] as number
      const { at, of } = vectors[row] as Vector
      const y = sign[row] as number
      const softness = 0.5 / (cost * (weight[row] as number))
      const was = alpha[row] as number
      let margin = plane[features] as number
      for (let place = 0; place < at.length; place++)
        margin += (plane[at[place] as number] as number) * (of[place] as number)
      const slope = y * margin - 1 + was * softness
      if (was === 0 && slope > limit) {
        active--
        order[index] = order[active] as number
        order[active] = row
        index--
        continue
      }
      const projected = was === 0 ? Math.min(slope, 0) : slope
      most = Math.max(most, projected)
      least = Math.min(least, projected)
      if (Math.abs(projected) < 1e-12) continue
      const now = Math.max(was - slope / ((square[row] as number) + softness), 0)
      alpha[row] = now
      const step = (now - was) * y
      for (let place = 0; place < at.length; place++)
        plane[at[place] as number] = (plane[at[place] as number] as number) + step * (of[place] as number)
      plane[features] = (plane[features] as number) + step
    }
    if (most - least <= enough) {
      if (active === vectors.length) break
      active = vectors.length
      limit = Number.POSITIVE_INFINITY
    } else limit = most <= 0 ? Number.POSITIVE_INFINITY : most
  }
  return Float32Array.from(plane)
}
