import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(import.meta.dirname, '../../../test-results')

/** Saves a picture of the whole page for a person to look at, and returns its path. */
export async function shoot(page: Page, name: string): Promise<string> {
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, fullPage: true })
  return path
}
