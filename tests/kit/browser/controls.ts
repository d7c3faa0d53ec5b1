import type { JSHandle, Page } from 'playwright-core'

const selector = [
  'a[href]',
  'button',
  'input:not([type=hidden])',
  'select',
  'textarea',
  'summary',
  '[contenteditable=""], [contenteditable=true]',
  ...['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'combobox', 'slider', 'menuitem', 'option'].map(
    (role) => `[role=${role}]`,
  ),
  '[tabindex]:not([tabindex="-1"])',
].join(', ')

/**
 * The controls that a person can see and use now: drawn, enabled, not inert, and inside the open modal dialog if any.
 * A handle on the elements in document order; dispose of it after use.
 */
export function usableControls(page: Page): Promise<JSHandle<HTMLElement[]>> {
  return page.evaluateHandle((wanted) => {
    const dialogs = document.querySelectorAll<HTMLElement>('dialog:modal, [aria-modal=true]')
    const modal = [...dialogs].filter((dialog) => dialog.checkVisibility()).at(-1)
    return [...(modal ?? document).querySelectorAll<HTMLElement>(wanted)].filter((element) => {
      if (element.closest('[inert], [aria-disabled=true]') || element.matches(':disabled')) return false
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
    })
  }, selector)
}
