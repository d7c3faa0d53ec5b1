/** Where a scale ends that shows the highest value: a round number whose half is whole, so that three marks are enough. */
export function roundedUp(highest: number): number {
  if (highest <= 4) return 4
  const power = 10 ** Math.floor(Math.log10(highest))
  const times = [1, 2, 4, 6, 8].find((step) => step * power >= highest && (step * power) % 2 === 0) ?? 10
  return times * power
}
