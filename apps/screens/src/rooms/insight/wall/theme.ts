import { observable, useObservable } from '../../../kit/observable.ts'
import { keep, recall } from '../../../kit/storage.ts'

/** Dark for rooms where the wall is always on, light for bright halls; remembered on this device. */
export type Theme = 'dark' | 'light'

const NAME = 'wallTheme'
const current = observable<Theme>('dark')

function show(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  current.set(theme)
}

export const startTheme = (): void => show(recall(NAME) === 'light' ? 'light' : 'dark')

export function changeTheme(theme: Theme): void {
  show(theme)
  keep(NAME, theme)
}

export const useTheme = () => useObservable(current)
