/** What of Stryker's report (mutation-testing-elements' schema) the score needs. */
export type MutationReport = {
  readonly files: {
    readonly [path: string]: {
      readonly mutants: readonly {
        readonly status: string
        readonly mutatorName: string
        readonly replacement?: string
        readonly location: { readonly start: { readonly line: number } }
      }[]
    }
  }
}
export type FolderScore = {
  readonly folder: string
  readonly killed: number
  readonly survived: number
  /** Percent, to one place, of the mutants that are programs at all. */
  readonly score: number
}

/** Found by a test, also by one that does not come to an end. */
const KILLED = new Set(['Killed', 'Timeout'])
/** Lived, also where no test comes by. */
const SURVIVED = new Set(['Survived', 'NoCoverage'])

const percent = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10

/** The score of each folder by its path, and of all of them as the last. */
export function scoresOf({ files }: MutationReport): FolderScore[] {
  const counts = new Map<string, { killed: number; survived: number }>()
  for (const [path, { mutants }] of Object.entries(files))
    for (const { status } of mutants)
      for (const folder of [path.slice(0, path.lastIndexOf('/')), 'all']) {
        const count = counts.get(folder) ?? { killed: 0, survived: 0 }
        counts.set(folder, count)
        if (KILLED.has(status)) count.killed += 1
        else if (SURVIVED.has(status)) count.survived += 1
      }
  return [...counts]
    .filter(([, { killed, survived }]) => killed + survived > 0)
    .map(([folder, { killed, survived }]) => ({
      folder,
      killed,
      survived,
      score: percent(killed, killed + survived),
    }))
    .sort(
      (a, b) => Number(a.folder === 'all') - Number(b.folder === 'all') || a.folder.localeCompare(b.folder),
    )
}

/** What lived, a line each: where it is and what was written there. */
export const survivorsOf = ({ files }: MutationReport): string[] =>
  Object.entries(files).flatMap(([path, { mutants }]) =>
    mutants
      .filter(({ status }) => SURVIVED.has(status))
      .map(
        ({ location, mutatorName, replacement = '' }) =>
          `${path}:${location.start.line} ${mutatorName}: ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`,
      ),
  )
