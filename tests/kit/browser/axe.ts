import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Judges the page by the axe rules of WCAG 2.0 to 2.2, levels A and AA.
 * @throws Error that lists rule, element and reason of each fault
 */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  if (violations.length === 0) return
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}\n    ${node.target.join(' ')}\n    ${(node.failureSummary ?? '').replace(/\s+/g, ' ')}`,
    ),
  )
  throw new Error(`axe found ${faults.length} faults on ${page.url()}\n${faults.join('\n')}`)
}
