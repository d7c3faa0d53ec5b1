import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

/** Shows something over whatever page is open until it is done, and answers what came of it. */
export function openOver<T>(content: (done: (result: T) => void) => ReactNode): Promise<T> {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  return new Promise((resolve) => {
    const done = (result: T) => {
      root.unmount()
      place.remove()
      resolve(result)
    }
    root.render(<I18nProvider i18n={i18n}>{content(done)}</I18nProvider>)
  })
}
