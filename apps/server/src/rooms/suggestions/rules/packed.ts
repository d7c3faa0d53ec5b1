import type { Model } from './model.ts'

/** How a model is kept: a line of JSON, then features, strengths, scales, biases and planes as bytes. Changes with the form. */
const FORM = 1

/** The model as bytes. It holds numbers and the keys of items; no words. */
export function packed(model: Model): Uint8Array {
  const head = new TextEncoder().encode(
    `${JSON.stringify({ form: FORM, labels: model.labels, heat: model.heat, width: model.strength.length })}\n`,
  )
  const parts = [
    Uint32Array.from(model.features.keys()),
    model.strength,
    model.scales,
    model.biases,
    model.planes,
  ].map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
  const bytes = new Uint8Array(head.length + parts.reduce((sum, part) => sum + part.length, 0))
  bytes.set(head)
  let at = head.length
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Undefined for bytes of another form: it is learned anew the next night. */
export function unpacked(given: Uint8Array): Model | undefined {
  const bytes = new Uint8Array(given) // a Buffer's slice would be a view of all its memory
  const end = bytes.indexOf(10)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as {
    form: number
    labels: string[]
    heat: number
    width: number
  }
  if (head.form !== FORM) return undefined
  const { labels, heat, width } = head
  // Copied, so that every part begins where its numbers may begin.
  let at = end + 1
  const take = (length: number): ArrayBuffer => {
    const part = bytes.slice(at, at + length)
    at += length
    return part.buffer as ArrayBuffer
  }
  const features = new Map(Array.from(new Uint32Array(take(width * 4)), (feature, place) => [feature, place]))
  const strength = new Float32Array(take(width * 4))
  const scales = new Float32Array(take(labels.length * 4))
  const biases = new Float32Array(take(labels.length * 4))
  const planes = new Int8Array(take(labels.length * width))
  return { labels, heat, features, strength, scales, biases, planes }
}
