import { type Requirement, STATES, type Standard, type State } from './requirement.ts'

/** The page of one standard: its figures, then a table a chapter. */
export function evidencePage({ head, chapters }: Standard): string {
  const all = chapters.flatMap(({ requirements }) => requirements)
  const sections = chapters.map(
    ({ title, requirements }) => `## ${title}

| | | | | |
|---|---|---|---|---|
${requirements.map(row).join('\n')}
`,
  )
  return `${head}\n${figures(all)}\n\n${sections.join('\n')}`
}

function row({ id, level, about, state, how, tests = [] }: Requirement): string {
  const shown = tests.map((test) => {
    const [path = '', title = ''] = test.split('#')
    return `[${title}](../../${path})`
  })
  return `| ${id}${level > 0 ? ` (${level})` : ''} | ${about} | ${STATES[state]} | ${how} | ${shown.join('<br>')} |`
}

/** How many stand how, and what share of those that apply an automatic test shows. */
export function figures(all: readonly Requirement[]): string {
  const count = (state: State): number => all.filter((one) => one.state === state).length
  const applying = all.filter(({ state }) => state !== 'notApplicable')
  const tested = applying.filter(({ tests = [] }) => tests.length > 0)
  const states = (Object.keys(STATES) as State[]).map((state) => `${STATES[state]}: ${count(state)}`) // our own keys
  return `${all.length} in all. ${states.join(' · ')}. Of the ${applying.length} that apply, ${tested.length} (${Math.round((tested.length / Math.max(applying.length, 1)) * 100)} %) are shown by an automatic test.`
}
