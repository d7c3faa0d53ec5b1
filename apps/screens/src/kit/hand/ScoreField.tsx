import { ChoiceList } from './ChoiceList.tsx'
import type { FieldProps } from './Field.tsx'

export type ScoreFieldProps = FieldProps & {
  /** The words of the grades with the highest first, as the contract lists them. */
  readonly grades: readonly { readonly score: number; readonly word: string }[]
  readonly value: number | undefined
  readonly onChange: (score: number) => void
}

/** A score as labelled radio buttons: each grade has its word; the stars only repeat it. */
export function ScoreField({ grades, value, onChange, ...field }: ScoreFieldProps) {
  const most = Math.max(...grades.map(({ score }) => score))
  return (
    <ChoiceList
      {...field}
      value={value === undefined ? undefined : String(value)}
      onChange={(score) => onChange(Number(score))}
      choices={grades.map(({ score, word }) => ({
        value: String(score),
        label: (
          <span className="score">
            {word}
            <span className="score-stars" aria-hidden="true">
              {'★'.repeat(score)}
              {'☆'.repeat(most - score)}
            </span>
          </span>
        ),
      }))}
    />
  )
}
