import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Figure, Page, QueryView } from '../../../kit/hand/index.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { type queueScreen, station as stationPage } from './addresses.ts'

const SECONDS = 4

/** 叫号屏: for a screen on the wall of a station. Numbers and counters in large type, no people. */
export default function QueueScreenPage({ params }: PageProps<typeof queueScreen>) {
  const { t } = useLingui()
  const query = useQuery('getQueue', { params: { slug: params.slug } })
  const { retry } = query
  useEffect(() => {
    const timer = setInterval(() => void retry(), SECONDS * 1000)
    return () => clearInterval(timer)
  }, [retry])
  return (
    <Page
      title={query.data?.station ?? t`叫号屏`}
      back={{ href: stationPage.url({ slug: params.slug }), label: <Trans>驿站</Trans> }}
    >
      <QueryView query={query}>
        {({ called, waiting }) => (
          <div className="stack" role="status">
            {called.length === 0 && (
              <p className="text-[1.5rem]">
                <Trans>还没有叫号</Trans>
              </p>
            )}
            {called.map(({ number, counter }, index) => (
              <p
                key={number}
                className={
                  index === 0
                    ? 'text-[min(5rem,18vw)] leading-tight font-bold'
                    : 'text-[min(2rem,8vw)] leading-snug'
                }
              >
                <Figure>{number}</Figure>{' '}
                <span className="text-[0.5em]">
                  <Trans>请到 {counter}</Trans>
                </span>
              </p>
            ))}
            <p className="text-[1.3rem]">
              <Trans>还有 {waiting} 位在等</Trans>
            </p>
          </div>
        )}
      </QueryView>
    </Page>
  )
}
