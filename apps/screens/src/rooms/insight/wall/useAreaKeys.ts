import { useEffect } from 'react'

/** Marks for the keys: the links to the areas below, and the link to the area above. */
export const BELOW = 'data-below'
export const ABOVE = 'data-above'

const links = (mark: string) => [...document.querySelectorAll<HTMLAnchorElement>(`a[${mark}]`)]

/**
 * The arrows of a remote control or a keyboard: up and down choose an area, right enters it, left or Escape goes to the
 * area above. Tab and Enter do the same, as everywhere.
 */
function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const below = links(BELOW)
  const at = below.findIndex((link) => link.matches(':focus'))
  const { scrollHeight, clientHeight } = document.documentElement
  // Where the page scrolls, the arrows scroll it, unless an area was chosen already.
  if (scrollHeight > clientHeight && at === -1) return
  const step = new Map([
    ['ArrowDown', () => below[Math.min(at + 1, below.length - 1)]?.focus()],
    ['ArrowUp', () => below[Math.max(at - 1, 0)]?.focus()],
    ['ArrowRight', () => below[at]?.click()],
    ['ArrowLeft', () => links(ABOVE).at(-1)?.click()],
    ['Escape', () => links(ABOVE).at(-1)?.click()],
  ]).get(event.key)
  if (!step) return
  event.preventDefault()
  step()
}

export function useAreaKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
