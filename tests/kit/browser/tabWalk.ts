import type { Page } from 'playwright-core'
import { usableControls } from './controls.ts'

/**
 * Walks through the page by the Tab key until every usable control had the focus, or the walk ends.
 * One control of a radio group, and of a widget that moves its focus by arrow keys, stands for all of its kind in it.
 * @returns the opening tags of the controls that Tab does not reach; empty when it reaches all
 */
export async function tabWalk(page: Page): Promise<string[]> {
  const controls = await usableControls(page)
  try {
    const count = await controls.evaluate((elements) => elements.length)
    const reached = new Set<number>()
    // A date field stops at each of its parts, so there are more stops than controls.
    for (let press = 0; press < count * 3 + 20 && reached.size < count; press += 1) {
      await page.keyboard.press('Tab')
      reached.add(await controls.evaluate((elements) => elements.findIndex((one) => one.matches(':focus'))))
      reached.delete(-1)
    }
    return await controls.evaluate(
      (elements, indexes) => {
        const composite =
          '[role=tablist], [role=menu], [role=menubar], [role=listbox], [role=tree], [role=grid], [role=radiogroup]'
        const focused = indexes.map((index) => elements[index])
        const standsFor = (one: HTMLElement | undefined, other: HTMLElement): boolean => {
          if (one === undefined || one === other) return one === other
          const group = other.closest(composite)
          if (group !== null && other.tabIndex < 0 && one.closest(composite) === group) return true
          const radios = one instanceof HTMLInputElement && other instanceof HTMLInputElement
          return (
            radios &&
            other.type === 'radio' &&
            one.type === 'radio' &&
            one.name === other.name &&
            one.form === other.form
          )
        }
        return elements
          .filter((element) => !focused.some((one) => standsFor(one, element)))
          .map((element) => `${element.outerHTML.slice(0, 140)}`)
      },
      [...reached],
    )
  } finally {
    await controls.dispose()
  }
}

/** @throws Error that lists the controls a person with a keyboard cannot reach */
export async function assertTabReachesAll(page: Page): Promise<void> {
  const missed = await tabWalk(page)
  if (missed.length > 0)
    throw new Error(`Tab does not reach, on ${page.url()}:\n    ${missed.join('\n    ')}`)
}
