import { drawProcess, type Mark } from '../../apps/screens/src/rooms/places/desk/process/draw.ts'
import {
  limitLine,
  type Process,
  type ProcessStep,
  processFacts,
  processOf,
} from '../../packages/contract/src/orders/process.ts'
import { STATES, URGENCIES } from '../../packages/contract/src/orders/words.ts'
import type { Preset } from '../../packages/contract/src/preset.ts'
import { PRESETS } from '../../packages/presets/src/index.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const written = (mark: Mark | string): string => {
  if (typeof mark === 'string') return escaped(mark)
  const attributes = Object.entries(mark.attributes).map(
    ([name, value]) => ` ${name}="${escaped(String(value))}"`,
  )
  return `<${mark.tag}${attributes.join('')}>${mark.children.map(written).join('')}</${mark.tag}>`
}

/** Every file of docs/process, by name: a drawing and a list for each place, and the page that leads to them. */
export function processFiles(): Map<string, string> {
  const presets: readonly Preset[] = Object.values(PRESETS)
  const files = new Map<string, string>([['README.md', index(presets)]])
  for (const preset of presets) {
    const process = processOf(processFacts({ ...preset, items: preset.catalogue }))
    files.set(`${preset.key}.svg`, picture(preset, process))
    files.set(`${preset.key}.md`, page(preset, process))
  }
  return files
}

function picture({ name }: Preset, process: Process): string {
  const { width, height, marks } = drawProcess(process, ({ zh }) => zh)
  const title = `${name.zh}的办单流程`
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif">
<title id="title">${escaped(title)}</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${marks.map(written).join('\n')}
</svg>
`
}

const MADE =
  '由状态表和本地的规则生成，请勿手改；改了任何一个就执行 `node tools/process.ts`。\nMade from the table of transitions and the place’s rows by `node tools/process.ts`; a test fails when it is stale.'
const index = (presets: readonly Preset[]): string =>
  `# 各地的办单流程 · The process of each place\n\n${MADE}\n\n${presets.map(({ key, name }) => `- [${name.zh} · ${name.en}](${key}.md)`).join('\n')}\n`

const stepWords = ({ label, general, who }: ProcessStep): string =>
  `${label.zh}${general ? `（${general.zh}）` : ''}：${who.map(({ zh }) => zh).join('、')}`

/** The same as a list, for whoever does not see the drawing. */
function page({ key, name }: Preset, { states, arrows, begins }: Process): string {
  const lines = states.flatMap(({ id, label, limits, stays, fromAnywhere, isBegin }) => [
    `## ${label.zh} · ${label.en}`,
    '',
    ...(isBegin ? begins.map((step) => `- 从这里开始：${stepWords(step)}`) : []),
    ...fromAnywhere.map((step) => `- 从办结之前的各状态都能到：${stepWords(step)}`),
    ...limits.map(
      (limit) =>
        `- 时限 ${limitLine(limit).zh}：${limit.limits.map(({ urgency, text }) => `${URGENCIES[urgency].zh} ${text.zh}`).join('，')}`,
    ),
    ...arrows
      .filter(({ from }) => from === id)
      .flatMap(({ to, steps }) => steps.map((step) => `- → ${STATES[to].zh}：${stepWords(step)}`)),
    ...(stays.length > 0 ? [`- 状态不变：${stays.map(({ label: words }) => words.zh).join('、')}`] : []),
    '',
  ])
  return `${[`# ${name.zh}的办单流程 · ${name.en}`, '', MADE, '', `![${name.zh}的办单流程图](${key}.svg)`, '', ...lines].join('\n').trimEnd()}\n`
}
