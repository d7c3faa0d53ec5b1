import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from './language.ts'

/** Renders a screen in the person's language into the page's one root. */
export async function start(screen: ReactNode): Promise<void> {
  await startLanguage()
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no #root')
  createRoot(root).render(<I18nProvider i18n={i18n}>{screen}</I18nProvider>)
}
