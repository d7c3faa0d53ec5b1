import { init } from './echarts.ts'
import { roundedUp } from './roundedUp.ts'

/** A day as a bar and a point of the line. */
export type DayPair = { readonly day: string; readonly bars: number; readonly line: number }
/** A chart in an element: draws, fits itself to the element, ends. */
export type Charting = { draw(days: readonly DayPair[]): void; fit(): void; end(): void }

/** Type and colours that the style sheet gives to this place. */
function lookOf(element: HTMLElement) {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    size: Number.parseFloat(style.fontSize),
    family: style.fontFamily,
    ink: style.color,
    faint: colour('--chart-grid'),
    bars: colour('--chart-bars'),
    line: colour('--chart-line'),
  }
}

/** A day as it stands under the chart: 11-21. */
const short = (day: string) => day.slice(5)

function optionOf(days: readonly DayPair[], look: ReturnType<typeof lookOf>) {
  const { size, family, ink, faint, bars, line } = look
  const top = roundedUp(Math.max(0, ...days.flatMap((day) => [day.bars, day.line])))
  const last = days.length - 1
  const marked = new Set([0, Math.round(last / 2), last])
  const text = { color: ink, fontSize: size, fontFamily: family }
  return {
    animation: false,
    grid: {
      left: size * (0.8 + 0.62 * String(top).length),
      right: size * 1.6,
      top: size * 0.8,
      bottom: size * 1.7,
    },
    xAxis: {
      type: 'category' as const,
      data: days.map(({ day }) => short(day)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: faint, width: 2 } },
      axisLabel: {
        ...text,
        interval: (index: number) => marked.has(index),
        alignMinLabel: 'left' as const,
        alignMaxLabel: 'right' as const,
      },
    },
    yAxis: {
      type: 'value' as const,
      max: top,
      interval: top / 2,
      axisLabel: { ...text, formatter: String },
      splitLine: { lineStyle: { color: faint } },
    },
    series: [
      {
        type: 'bar' as const,
        data: days.map((day) => day.bars),
        itemStyle: { color: bars },
        barCategoryGap: days.length > 31 ? '12%' : '35%',
        barMinWidth: 2,
        silent: true,
      },
      {
        type: 'line' as const,
        data: days.map((day) => day.line),
        lineStyle: { color: line, width: Math.max(2.5, size / 8) },
        showSymbol: days.length <= 7,
        symbol: 'circle',
        symbolSize: size * 0.45,
        itemStyle: { color: line },
        silent: true,
      },
    ],
  }
}

/** Begins a chart in an element. */
export function drawIn(element: HTMLElement): Charting {
  const chart = init(element, undefined, { renderer: 'svg' })
  let shown: readonly DayPair[] = []
  const draw = (days: readonly DayPair[]) => {
    shown = days
    chart.setOption(optionOf(days, lookOf(element)), { notMerge: true })
  }
  return {
    draw,
    fit() {
      chart.resize()
      draw(shown) // the type may have grown with the place
    },
    end: () => chart.dispose(),
  }
}
