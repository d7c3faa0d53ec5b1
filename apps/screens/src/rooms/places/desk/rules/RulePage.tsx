import { Trans, useLingui } from '@lingui/react/macro'
import { RULE_KINDS, type RuleKind } from '@linli/contract/places/ruleWords'
import { useSearchParams } from 'wouter'
import { DeskPage, ReadView, useRead } from '../../../../kit/desk/index.ts'
import type { PageProps } from '../../../../kit/route.ts'
import { type rule, rules } from '../addresses.ts'
import { RuleEditor } from './RuleEditor.tsx'
import { rowName } from './rowName.ts'
import { useRuleWords } from './useRuleWords.ts'
import './rules.css'

const isRuleKind = (kind: string): kind is RuleKind => Object.hasOwn(RULE_KINDS, kind)

/** One rule: its form, what a change would do to open orders, its versions and the way back. */
export default function RulePage({ params: { kind } }: PageProps<typeof rule>) {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const key = search.get('key') ?? 'new'
  const words = useRuleWords()
  const read = useRead('listRules', {}, ['places.'])
  if (!isRuleKind(kind)) return null
  const found = read.data?.items.find((row) => row.kind === kind && row.key === key)
  const title = key === 'new' ? t`加一条` : rowName(words, found ?? { kind, key, row: null })
  return (
    <DeskPage
      title={`${words.say(RULE_KINDS[kind])}：${title}`}
      back={{ href: `${rules.url()}?of=${kind}`, label: <Trans>本地规则</Trans> }}
    >
      <ReadView read={read}>
        {({ items }) => (
          <RuleEditor
            key={`${kind}/${key}`}
            kind={kind}
            name={key}
            rows={items}
            words={words}
            onStale={() => void read.refetch()}
          />
        )}
      </ReadView>
    </DeskPage>
  )
}
