import { transitionOf, type Words } from '@linli/contract'
import type { Locator, Page } from 'playwright-core'
import {
  type DeskVerb,
  STEPS,
  type StepField,
  type Values,
} from '../../apps/screens/src/rooms/orders/desk/steps/stepTable.ts'

type Language = keyof Words
type Photo = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A person at the desk's order page: opens, fills and sends the form of a step by the words that are read there. */
export function atOrderPage(page: Page, language: Language) {
  const labelOf = (verb: DeskVerb) => transitionOf(verb).label[language]
  const panel = page.locator('.panel').filter({ has: page.locator('button[aria-expanded]') })
  const form = page.locator('main form')

  /** The words on the buttons of steps, left to right. */
  const buttons = () => panel.locator('button[aria-expanded]').allInnerTexts()

  /** Opens the form of a step; where it asks the server for choices, they are there afterwards. */
  async function open(label: string): Promise<Locator> {
    await panel.getByRole('button', { name: label, exact: true }).click()
    const opened = page.getByRole('form', { name: label, exact: true })
    await opened.waitFor()
    await opened.locator('.desk-loading').waitFor({ state: 'detached' })
    return opened
  }

  async function pick(control: Locator, word: string, typed = '', closes = true): Promise<void> {
    await control.click()
    if (typed) await control.fill(typed)
    const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    await list.locator('.ant-select-item-option').getByText(word, { exact: true }).first().click()
    if (closes) await list.waitFor({ state: 'hidden' })
  }

  /** The first that is offered, whatever it is called. */
  async function pickFirst(control: Locator): Promise<void> {
    await control.click()
    const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    await list.locator('.ant-select-item-option').first().click()
    await list.waitFor({ state: 'hidden' })
  }

  async function answer(field: StepField, value: unknown): Promise<void> {
    const control = form.getByLabel(field.label[language]).first()
    switch (field.kind) {
      case 'line':
      case 'text':
        return control.fill(String(value))
      case 'code':
      case 'score':
        return pick(control, wordOf(field.words, String(value))[language])
      case 'yesNo':
        return pick(control, (value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' })[language])
      case 'day':
      case 'count':
        return control.fill(String(value))
      case 'order':
        return pickFirst(control)
      case 'item':
      case 'area':
      case 'unit':
        return pick(control, String(value), String(value))
      case 'units': {
        for (const unit of value as string[]) await pick(control, unit, unit, false) // what the table of the test gives
        return control.press('Escape')
      }
      case 'assignee':
        return form
          .getByRole('radio', { name: String(value) })
          .first()
          .check()
      case 'photos': {
        const group = form.locator('.desk-field', { has: page.getByLabel(field.label[language]) })
        await control.setInputFiles(value as Photo) // what the table of the test gives
        return group.getByRole('img').first().waitFor()
      }
      case 'pickPhotos':
        return form.getByRole('checkbox').first().check()
    }
  }

  /** Answers the questions of the open form in the order of the step's table. */
  async function fill(verb: DeskVerb, values: Values): Promise<void> {
    for (const field of STEPS[verb].fields)
      if (values[field.name] !== undefined) await answer(field, values[field.name])
  }

  /** Sends the open form and waits for the server's answer: its HTTP status. */
  async function send(): Promise<number> {
    const answered = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().includes('/api/orders/'),
    )
    await form.locator('button[type=submit]').click()
    return (await answered).status()
  }

  return { labelOf, buttons, open, fill, send }
}

/** A code's word, where the table names its vocabulary. @throws Error for a code that is not in it */
function wordOf(words: { readonly [code: string]: Words }, code: string): Words {
  const word = words[code]
  if (!word) throw new Error(`there is no word for ${code}`)
  return word
}
