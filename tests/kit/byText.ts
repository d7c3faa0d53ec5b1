/** Sorts anything by how it is written, so that a test can compare two lists whatever their order. */
export function byText(a: unknown, b: unknown): number {
  const [one, other] = [String(a), String(b)]
  return one < other ? -1 : Number(one > other)
}
