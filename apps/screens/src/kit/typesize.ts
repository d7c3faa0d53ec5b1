import { observable, useObservable } from './observable.ts'
import { keep, recall } from './storage.ts'

/** Root sizes in CSS pixels at the browser's usual setting; the two large ones are the elder mode with 60 px targets. */
export const TYPE_SIZES = [18, 22, 26, 30] as const
export type TypeSize = (typeof TYPE_SIZES)[number]

const isTypeSize = (value: unknown): value is TypeSize => TYPE_SIZES.some((size) => size === value)
const current = observable<TypeSize>(18)

function show(size: TypeSize) {
  document.documentElement.dataset['type'] = String(size)
  document.documentElement.dataset['mode'] = isElderSize(size) ? 'elder' : 'usual'
  current.set(size)
}

export const isElderSize = (size: TypeSize) => size >= 26

/** Before the first render: the size chosen on this device, else 18. */
export function startTypeSize(): void {
  const kept = recall('typeSize')
  show(isTypeSize(kept) ? kept : 18)
}

export function changeTypeSize(size: TypeSize): void {
  show(size)
  keep('typeSize', size)
}

export const useTypeSize = () => useObservable(current)
