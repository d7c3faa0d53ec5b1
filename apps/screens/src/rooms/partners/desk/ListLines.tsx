import { Trans } from '@lingui/react/macro'
import { LIST_KINDS, type ListKind } from '@linli/contract/partners/words'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'

type ListLinesProps = { readonly list: Answer<'unitLists'>['items'][number] }
const KINDS = ['need', 'resource', 'project', 'conduct'] as const satisfies readonly ListKind[]

/** A list by its kinds, with what the unit takes up. */
export function ListLines({ list: { lines, takes } }: ListLinesProps) {
  const say = useSay()
  return KINDS.map((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    return (
      own.length > 0 && (
        <div key={kind} className="row-words">
          <strong>{say(LIST_KINDS[kind])}</strong>
          <ul>
            {own.map(({ id, words }) => (
              <li key={id}>
                {words}
                {takes?.includes(id) && (
                  <>
                    {' · '}
                    <Trans>单位能做</Trans>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )
    )
  })
}
