import { Trans, useLingui } from '@lingui/react/macro'
import { KINDS } from '@linli/contract'
import type { RuleRow } from '@linli/contract/places/ruleEndpoints'
import { ruleSchema } from '@linli/contract/places/ruleRows'
import { RULE_ORIGINS } from '@linli/contract/places/ruleWords'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { InputField } from '../../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, ReadView, useRead } from '../../../../kit/desk/index.ts'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import { orderProcess, rules, ruleUrl } from '../addresses.ts'
import { rowName } from './rowName.ts'
import { formSchema } from './ruleDraft.ts'
import { RULE_TABS, type RuleTab } from './ruleFields.ts'
import { type RuleWords, useRuleWords } from './useRuleWords.ts'
import './rules.css'

/** Kinds of row that a place may add to. */
const GROWING: readonly string[] = ['item', 'list', 'clock', 'points', 'wave']

/** 本地规则: what the place goes by, where each row comes from, and the way to change it. */
export default function RulesPage() {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const words = useRuleWords()
  const read = useRead('listRules', {}, ['places.'])
  const wanted = search.get('of')
  const tab = RULE_TABS.find(({ key }) => key === wanted) ?? RULE_TABS[0]
  if (!tab) return null
  return (
    <DeskPage
      title={t`本地规则`}
      lead={
        <Trans>
          事项、时限、凭证、积分和派单路线都在这里改。每改一次留一版，随时能改回去；没办结的单留着点单时的那一版。
        </Trans>
      }
      actions={
        <Link href={orderProcess.url()} className="desk-link">
          <Trans>看流程图</Trans>
        </Link>
      }
    >
      <nav aria-label={t`哪一类`}>
        <ul className="rule-tabs">
          {RULE_TABS.map(({ key, words: name }) => (
            <li key={key}>
              <Link href={`${rules.url()}?of=${key}`} aria-current={key === tab.key ? 'page' : undefined}>
                {words.say(name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ReadView read={read}>
        {({ items }) => (
          <>
            <Differences rows={items.filter(({ differs }) => differs)} words={words} />
            <RuleTable key={tab.key} tab={tab} rows={items} words={words} />
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}

/** What the place wrote itself and the preset says otherwise: to be taken or left. */
function Differences({ rows, words }: { readonly rows: readonly RuleRow[]; readonly words: RuleWords }) {
  if (rows.length === 0) return null
  const count = rows.length
  return (
    <details className="rule-differences">
      <summary>
        <Trans>{count} 条和预设不一样；预设升级时不会动它们</Trans>
      </summary>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={`${row.kind}/${row.key}`}>
            <Link href={ruleUrl(row.kind, row.key)} className="desk-link">
              {rowName(words, row)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

type RuleTableProps = { readonly tab: RuleTab; readonly rows: readonly RuleRow[]; readonly words: RuleWords }
type Line = Pick<RuleRow, 'kind' | 'key' | 'row'> & { readonly found: RuleRow | undefined }

/** Kinds of need go by the general words until the place has its own. */
const withKinds = (tab: RuleTab, lines: readonly Line[]): Line[] =>
  tab.key !== 'kind'
    ? [...lines]
    : Object.keys(KINDS).map((code) => {
        const key = `kind.${code}`
        return lines.find((line) => line.key === key) ?? { kind: 'label', key, row: null, found: undefined }
      })

function RuleTable({ tab, rows, words }: RuleTableProps) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const lines = withKinds(
    tab,
    rows
      .filter(({ kind, key }) => kind === tab.kind && (tab.only === undefined || key.startsWith(tab.only)))
      .map((row) => ({ ...row, found: row })),
  )
  const shown = lines.filter((line) =>
    `${rowName(words, line)} ${line.key}`.toLowerCase().includes(text.trim().toLowerCase()),
  )
  const parts = tab.parts.length > 0 ? tab.parts : ['*']
  return (
    <>
      <div className="rule-tools">
        {lines.length > 12 && (
          <InputField
            field="find"
            label={<Trans>找一条</Trans>}
            type="search"
            value={text}
            onChange={setText}
          />
        )}
        {GROWING.includes(tab.kind) && tab.key === tab.kind && (
          <Link href={ruleUrl(tab.kind, 'new')} className="desk-link">
            <Trans>加一条</Trans>
          </Link>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState title={<Trans>没有这样的规则</Trans>} />
      ) : (
        <WideTable<Line>
          aria-label={words.say(tab.words)}
          dataSource={shown}
          rowKey="key"
          columns={[
            {
              title: t`名称`,
              key: 'name',
              render: (_, line) => (
                <Link href={ruleUrl(line.kind, line.key)} className="desk-link">
                  {rowName(words, line)}
                </Link>
              ),
            },
            ...parts.map((part) => ({
              title: part === '*' ? t`内容` : words.labelOf(tab.kind, part.split('+')[0] ?? part),
              key: part,
              render: (_: unknown, line: Line) => <Cell line={line} part={part} words={words} />,
            })),
            {
              title: t`来自`,
              key: 'origin',
              render: (_, { found }) => <Origin row={found} words={words} />,
            },
          ]}
        />
      )}
    </>
  )
}

function Cell({
  line,
  part,
  words,
}: {
  readonly line: Line
  readonly part: string
  readonly words: RuleWords
}) {
  const schema = ruleSchema(line.kind, line.key)
  if (line.row === null) return line.found ? <Trans>本地不用这一条</Trans> : <Trans>用通用的叫法</Trans>
  if (!schema) return null
  const parts = formSchema(schema).properties ?? {}
  const under = line.kind === 'setting' ? line.key : line.kind
  const { row } = line
  if (part !== '*')
    return part
      .split('+')
      .map((one) => words.valueWords(under, one, parts[one] ?? {}, row[one]))
      .join(' ')
  return Object.entries(parts)
    .map(
      ([one, about]) =>
        `${words.labelOf(under, one, about.title)} ${words.valueWords(under, one, about, row[one])}`,
    )
    .join('；')
}

function Origin({ row, words }: { readonly row: RuleRow | undefined; readonly words: RuleWords }) {
  if (!row) return '—'
  const origin = words.say(RULE_ORIGINS[row.origin])
  const { version, presetVersion } = row
  return presetVersion === null ? (
    <Trans>
      {origin}，第 {version} 版
    </Trans>
  ) : (
    <Trans>
      {origin}第 {presetVersion} 期
    </Trans>
  )
}
