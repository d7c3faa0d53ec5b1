import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { onDone } from '../done.ts'
import { NetworkFailure } from '../failure.ts'
import { onLive } from '../live.ts'
import { useTypeSize } from '../typesize.ts'
import { useAntdWords } from './antdLanguage.ts'
import { themeAt } from './theme.ts'

/** Reads are tried again only when no answer came: a refusal does not change by asking twice. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => error instanceof NetworkFailure && count < 3,
    },
  },
})

/**
 * Every read is read again: at once where a page shows it, else when one opens. A command may change what any page shows, and
 * no page has to know which. Left out is what says `meta.once`, because each reading of it is recorded. The reading waits until
 * the page has taken the command in: what it closed (a form and its choices) is not asked for again, and refused.
 */
function ReadAnew() {
  const [commands, setCommands] = useState(0)
  useEffect(
    () =>
      onDone(() => {
        void queries.invalidateQueries({
          predicate: ({ meta }) => meta?.['once'] !== true,
          refetchType: 'none',
        })
        setCommands((before) => before + 1)
      }),
    [],
  )
  useEffect(() => {
    if (commands === 0) return
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.isInvalidated })
  }, [commands])
  return null
}

/** Theme, words and reads for everything on desk; reads ask again after a command, and when a live event comes that they named. */
export function DeskProviders({ children }: { readonly children: ReactNode }) {
  const words = useAntdWords()
  const size = useTypeSize()
  useEffect(
    () =>
      onLive(({ event }) => {
        void queries.invalidateQueries({
          predicate: ({ meta }) =>
            Array.isArray(meta?.['refetchOn']) &&
            meta['refetchOn'].some((start) => event.startsWith(String(start))),
        })
      }),
    [],
  )
  return (
    <ConfigProvider
      theme={themeAt(size)}
      {...(words ? { locale: words } : {})}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queries}>
        <ReadAnew />
        <App className="desk-app">{children}</App>
      </QueryClientProvider>
    </ConfigProvider>
  )
}
