/** Calculations for the test of the thread. */
export function sumTo(end: number, progress: (share: number) => void): number {
  let sum = 0
  for (let each = 0; each < end; each += 1) {
    sum += each
    if (each % 1000 === 0) progress(each / end)
  }
  progress(1)
  return sum
}

export function never(): never {
  for (;;);
}

export function fails(): never {
  throw new Error('no plan')
}
