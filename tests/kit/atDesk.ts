import type { Page, Response } from 'playwright-core'

/** Somebody at a desk: finds what is on the page by its words, as they do. */
export function atDesk(page: Page, address: string) {
  const main = page.locator('main')
  const dialog = page.getByRole('dialog')
  const sent = (path: RegExp): Promise<Response> =>
    page.waitForResponse((answer) => answer.request().method() !== 'GET' && path.test(answer.url()))

  return {
    page,
    main,
    dialog,
    /** Opens a page of desk and waits for its heading. */
    async open(path: string, heading: string | RegExp): Promise<void> {
      await page.goto(`${address}/desk${path}`)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    },
    /** Chooses from a list, in the dialog where one is open; typing narrows the list, which draws only what is near. */
    async pick(label: string, word: string | RegExp, typed = String(word)): Promise<void> {
      const scope = (await dialog.isVisible()) ? dialog : main
      const box = scope.getByRole('combobox', { name: label })
      await box.click()
      await box.fill(typed)
      const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
      await list.locator('.ant-select-item-option').getByText(word, { exact: true }).first().click()
      await list.waitFor({ state: 'hidden' })
    },
    async press(name: string | RegExp): Promise<void> {
      await main.getByRole('button', { name, exact: true }).click()
    },
    /** Sends the open dialog by its button and returns the status of the answer. */
    async send(button: string, path: RegExp): Promise<number> {
      const answer = sent(path)
      await dialog.getByRole('button', { name: button, exact: true }).click()
      return (await answer).status()
    },
    /** Presses a button of the page that sends at once. */
    async act(button: string | RegExp, path: RegExp): Promise<number> {
      const answer = sent(path)
      await main.getByRole('button', { name: button, exact: true }).click()
      return (await answer).status()
    },
    async reads(words: string | RegExp): Promise<void> {
      await page.getByText(words).first().waitFor()
    },
    /** The body rows of a table as texts. */
    async rows(table: string): Promise<string[]> {
      return page.locator(`[aria-label="${table}"]`).locator('tbody tr.ant-table-row').allTextContents()
    },
  }
}
export type Desk = ReturnType<typeof atDesk>
