import { Trans } from '@lingui/react/macro'
import type { FormSchema, Row } from './ruleDraft.ts'
import type { RuleWords } from './useRuleWords.ts'

type RuleChangesProps = {
  readonly under: string
  readonly schema: FormSchema
  readonly before: Row | null
  readonly after: Row | null
  readonly words: RuleWords
}

/** What differs between two versions, part by part, the old words beside the new. */
export function RuleChanges({ under, schema, before, after, words }: RuleChangesProps) {
  if (after === null)
    return (
      <p>
        <Trans>这一条以后不用了；要用的时候可以改回来。</Trans>
      </p>
    )
  const parts = Object.entries(schema.properties ?? {}).flatMap(([part, one]) => {
    const read = (row: Row | null) =>
      row === null ? undefined : words.valueWords(under, part, one, row[part])
    const [old, now] = [read(before), read(after)]
    return old === now ? [] : [{ part, label: words.labelOf(under, part, one.title), old, now }]
  })
  if (parts.length === 0)
    return (
      <p>
        <Trans>和现在的一样，没有要改的。</Trans>
      </p>
    )
  return (
    <dl className="rule-changes">
      {parts.map(({ part, label, old, now }) => (
        <div key={part}>
          <dt>{label}</dt>
          <dd>
            {old === undefined ? (
              now
            ) : (
              <Trans>
                <del>{old}</del> 改成 <ins>{now}</ins>
              </Trans>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
