import type { Counts } from './features.ts'
import { hyperplane, type SvmSettings, type Vector } from './svm.ts'

/** A text whose item a person has confirmed. */
export type Example = { readonly counts: Counts; readonly label: string; readonly weight: number }

/** What was learned: a weight of each feature, and for each label how far each feature speaks for it. */
export type Model = {
  readonly labels: readonly string[]
  readonly features: ReadonlyMap<number, number>
  readonly strength: Float32Array
  /** Row by row of labels: so many eighth-bit steps of `scale` each. */
  readonly planes: Int8Array
  readonly scales: Float32Array
  readonly biases: Float32Array
  /** Brings scores to shares: found on texts that were kept back. */
  readonly heat: number
}

export type LearnSettings = SvmSettings & {
  readonly mostFeatures: number
  /** One byte a feature and label: so a model stays under a megabyte. */
  readonly mostWeights: number
  readonly leastTexts: number
  /** Whether a feature counts for more that lies unevenly over the labels; else by its rarity alone. */
  readonly unevenness: boolean
  /** How much a feature counts whatever it tells labels apart by. */
  readonly floor: number
  /** Below 1 a feature that is only a little uneven counts for more. */
  readonly bend: number
  readonly smoothing: number
  /** How far rare labels are made up for: 0 not at all, 1 wholly. */
  readonly balance: number
}
/** Found by cross-validation, see docs/benchmarks.md. */
export const LEARNING: LearnSettings = {
  cost: 1.5,
  rounds: 40,
  enough: 0.1,
  mostFeatures: 20_000,
  mostWeights: 700_000,
  leastTexts: 2,
  unevenness: true,
  floor: 0.15,
  bend: 0.7,
  smoothing: 0.3,
  balance: 0.2,
}
/** The features that tell labels apart best (chi-square), and how much each counts: rarity times how unevenly it lies over the labels. */
function choose(examples: readonly Example[], labels: readonly string[], settings: LearnSettings) {
  const at = new Map(labels.map((label, index) => [label, index]))
  const texts = new Float64Array(labels.length)
  const seen = new Map<number, Float64Array>()
  for (const { counts, label } of examples) {
    const row = at.get(label) ?? 0
    texts[row] = (texts[row] ?? 0) + 1
    for (const feature of counts.keys()) {
      const kept = seen.get(feature) ?? new Float64Array(labels.length)
      kept[row] = (kept[row] ?? 0) + 1
      seen.set(feature, kept)
    }
  }
  const all = examples.length
  const most = Math.min(settings.mostFeatures, Math.floor(settings.mostWeights / labels.length))
  const judged = [...seen].flatMap(([feature, in_]) => {
    const total = in_.reduce((sum, one) => sum + one, 0)
    return total < settings.leastTexts
      ? []
      : [{ feature, in_, total, score: chiSquare(in_, total, texts, all) }]
  })
  judged.sort((a, b) => b.score - a.score || a.feature - b.feature)
  return judged.slice(0, most).map(({ feature, in_, total }) => {
    const rarity = Math.log((1 + all) / (1 + total)) + 1
    return {
      feature,
      strength: settings.unevenness
        ? rarity * (settings.floor + unevenness(in_, texts, settings.smoothing) ** settings.bend)
        : rarity,
    }
  })
}

function chiSquare(in_: Float64Array, total: number, texts: Float64Array, all: number): number {
  return in_.reduce((best, a, label) => {
    const b = total - a
    const c = (texts[label] ?? 0) - a
    const d = all - (texts[label] ?? 0) - b
    return Math.max(best, (all * (a * d - b * c) ** 2) / ((a + c) * (b + d) * (a + b) * (c + d) || 1))
  }, 0)
}

/** 0 for a feature that is as common under every label, 1 for one that belongs to a single label. */
function unevenness(in_: Float64Array, texts: Float64Array, smoothing: number): number {
  if (texts.length < 2) return 1
  const rates = in_.map((one, label) => (one + smoothing) / ((texts[label] ?? 0) + smoothing * texts.length))
  const sum = rates.reduce((total, rate) => total + rate, 0)
  const entropy = rates.reduce((total, rate) => total - (rate / sum) * Math.log(rate / sum), 0)
  return 1 - entropy / Math.log(texts.length)
}

/** The text as the model sees it: of length 1, its features in the model's order. */
export function vectorOf(counts: Counts, model: Pick<Model, 'features' | 'strength'>): Vector {
  const values = new Map<number, number>()
  let square = 0
  for (const [feature, count] of counts) {
    const place = model.features.get(feature)
    if (place === undefined) continue
    const value = (1 + Math.log(count)) * (model.strength[place] ?? 0)
    values.set(place, value)
    square += value * value
  }
  const length = Math.sqrt(square) || 1
  const at = Int32Array.from(values.keys()).sort()
  return { at, of: Float32Array.from(at, (place) => (values.get(place) ?? 0) / length) }
}

/** Learns labels from texts. The same examples always give the same model. */
export function learn(examples: readonly Example[], settings: LearnSettings = LEARNING, heat = 1): Model {
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const chosen = choose(examples, labels, settings)
  const features = new Map(chosen.map(({ feature }, place) => [feature, place]))
  const strength = Float32Array.from(chosen, (one) => one.strength)
  const vectors = examples.map(({ counts }) => vectorOf(counts, { features, strength }))
  const weight = weights(examples, labels.length, settings.balance)
  const planes = new Int8Array(labels.length * chosen.length)
  const scales = new Float32Array(labels.length)
  const biases = new Float32Array(labels.length)
  labels.forEach((label, row) => {
    const sign = Int8Array.from(examples, (example) => (example.label === label ? 1 : -1))
    const plane = hyperplane(vectors, sign, weight, chosen.length, settings)
    biases[row] = plane[chosen.length] ?? 0
    const scale =
      plane.subarray(0, chosen.length).reduce((most, one) => Math.max(most, Math.abs(one)), 0) / 127 || 1
    scales[row] = scale
    for (let place = 0; place < chosen.length; place++)
      planes[row * chosen.length + place] = Math.round((plane[place] ?? 0) / scale)
  })
  return { labels, features, strength, planes, scales, biases, heat }
}

/** What an example counts: as much as it was given, the more the rarer its label. */
function weights(examples: readonly Example[], labels: number, balance: number): Float32Array {
  const texts = new Map<string, number>()
  for (const { label } of examples) texts.set(label, (texts.get(label) ?? 0) + 1)
  return Float32Array.from(
    examples,
    ({ label, weight }) => weight * (examples.length / labels / (texts.get(label) ?? 1)) ** balance,
  )
}

/** How far a text lies on each label's side. */
export function scoresOf(model: Model, { at, of }: Vector): Float64Array {
  const width = model.strength.length
  return Float64Array.from(model.labels, (_, row) => {
    let sum = 0
    for (let place = 0; place < at.length; place++)
      sum += (model.planes[row * width + (at[place] as number)] as number) * (of[place] as number)
    return sum * (model.scales[row] ?? 0) + (model.biases[row] ?? 0)
  })
}

/** Shares of one for the labels, the likeliest first. */
export function sharesOf(model: Model, counts: Counts): { label: string; share: number }[] {
  const scores = scoresOf(model, vectorOf(counts, model))
  const shares = shared(scores, model.heat)
  return model.labels
    .map((label, row) => ({ label, share: shares[row] ?? 0 }))
    .sort((a, b) => b.share - a.share || (a.label < b.label ? -1 : 1))
}

function shared(scores: Float64Array, heat: number): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const raised = scores.map((score) => Math.exp(heat * (score - most)))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((one) => one / sum)
}

/** The heat at which the shares of texts that were kept back are the most likely: one number, hard to fit too closely. */
export function calibrated(model: Model, kept: readonly Example[]): number {
  const judged = kept.flatMap(({ counts, label }) => {
    const row = model.labels.indexOf(label)
    return row < 0 ? [] : [{ row, scores: scoresOf(model, vectorOf(counts, model)) }]
  })
  const loss = (heat: number): number =>
    judged.reduce((sum, { row, scores }) => sum - Math.log(Math.max(shared(scores, heat)[row] ?? 0, 1e-9)), 0)
  const heats = Array.from({ length: 40 }, (_, step) => 0.25 * 1.15 ** step)
  return heats.reduce((best, heat) => (loss(heat) < loss(best) ? heat : best), 1)
}

/** How much each feature of a text speaks for one label over another. */
export function reasonsFor(model: Model, counts: Counts, label: string, over: string): Map<number, number> {
  const [row, other] = [model.labels.indexOf(label), model.labels.indexOf(over)]
  const width = model.strength.length
  const vector = vectorOf(counts, model)
  const at = new Map(Array.from(vector.at, (place, index) => [place, vector.of[index] ?? 0]))
  const weightOf = (of: number, place: number): number =>
    of < 0 ? 0 : (model.planes[of * width + place] ?? 0) * (model.scales[of] ?? 0)
  const reasons = new Map<number, number>()
  for (const feature of counts.keys()) {
    const place = model.features.get(feature)
    if (place === undefined) continue
    reasons.set(feature, (at.get(place) ?? 0) * (weightOf(row, place) - weightOf(other, place)))
  }
  return reasons
}
