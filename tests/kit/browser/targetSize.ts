import type { Page } from 'playwright-core'
import { usableControls } from './controls.ts'

/**
 * Every usable control is at least so wide and so high as a finger needs; a label counts as part of its control.
 * Left out: links inside a sentence, and what is only shown when focused (a skip link).
 * @param pixels least width and height, CSS pixels
 * @throws Error that lists the smaller ones with their sizes
 */
export async function assertTargetSize(page: Page, pixels: number): Promise<void> {
  const controls = await usableControls(page)
  const small = await controls.evaluate((elements, least) => {
    const inSentence = (element: HTMLElement): boolean =>
      element.matches('a') &&
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
    const offPage = ({ right, bottom }: DOMRect): boolean => right + scrollX <= 0 || bottom + scrollY <= 0
    return elements.flatMap((element) => {
      const own = element.getBoundingClientRect()
      if (inSentence(element) || offPage(own)) return []
      const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : []
      const choice = element.matches('input[type=checkbox], input[type=radio], input[type=file]')
      const boxes = [
        own,
        ...(choice ? labels : []).map((label) => (label as HTMLElement).getBoundingClientRect()),
      ]
      const width = Math.max(...boxes.map((box) => box.width))
      const height = Math.max(...boxes.map((box) => box.height))
      if (width >= least - 0.5 && height >= least - 0.5) return []
      return [`${width.toFixed(0)} x ${height.toFixed(0)}  ${element.outerHTML.slice(0, 120)}`]
    })
  }, pixels)
  await controls.dispose()
  if (small.length > 0)
    throw new Error(`Targets smaller than ${pixels} px on ${page.url()}:\n    ${small.join('\n    ')}`)
}
