import type { Page } from 'playwright-core'

/** The texts of a page whose colour keeps less than `least`:1 to the ground behind it, each with its contrast. */
export const paleTexts = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((wanted) => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const share = value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const groundOf = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return channels(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor
    }
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (!says || element.getClientRects().length === 0) return []
      const style = getComputedStyle(element)
      const text = element instanceof SVGElement ? style.fill : style.color
      const [darker = 0, lighter = 0] = [luminance(text), luminance(groundOf(element))].sort((a, b) => a - b)
      const contrast = (lighter + 0.05) / (darker + 0.05)
      return contrast < wanted ? [`${element.textContent?.trim()} ${contrast.toFixed(1)}`] : []
    })
  }, least)

/** The smallest type that a page shows, in CSS pixels; what only screen readers read is left out. */
export const smallestType = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('body *')]
        .filter(
          (element) =>
            element.getClientRects().length > 0 &&
            !element.closest('.for-readers') &&
            [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    ),
  )
