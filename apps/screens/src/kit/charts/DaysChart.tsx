import { useEffect, useRef } from 'react'
import './charts.css'
import type { Charting, DayPair } from './drawDays.ts'

export type DaysChartProps = {
  readonly days: readonly DayPair[]
  /** What the bars and the line are, in words; they stand beside a sample of each. */
  readonly bars: string
  readonly line: string
  /** The whole in a sentence, for those who do not see it. */
  readonly summary: string
}

/** Two numbers a day: bars for what came, a line for what went. Type and colours are those of the place where it stands. */
export function DaysChart({ days, bars, line, summary }: DaysChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<Charting | undefined>(undefined)
  const latest = useRef(days)
  latest.current = days

  useEffect(() => {
    const element = box.current
    if (!element) return
    let gone = false
    const fit = new ResizeObserver(() => chart.current?.fit())
    void import('./drawDays.ts').then(({ drawIn }) => {
      if (gone) return
      chart.current = drawIn(element)
      chart.current.draw(latest.current)
      fit.observe(element)
    })
    return () => {
      gone = true
      fit.disconnect()
      chart.current?.end()
      chart.current = undefined
    }
  }, [])
  useEffect(() => chart.current?.draw(days), [days])

  return (
    <figure className="days-chart">
      <figcaption className="chart-key" aria-hidden="true">
        <span className="chart-key-bars">{bars}</span>
        <span className="chart-key-line">{line}</span>
      </figcaption>
      <div ref={box} className="chart-box" role="img" aria-label={summary} />
    </figure>
  )
}
