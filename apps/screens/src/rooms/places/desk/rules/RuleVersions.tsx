import { Trans, useLingui } from '@lingui/react/macro'
import { RULE_ORIGINS } from '@linli/contract/places/ruleWords'
import { Button } from 'antd'
import { Panel, ReadView, type useRead } from '../../../../kit/desk/index.ts'
import { momentWords } from '../../../../kit/time.ts'
import { RuleChanges } from './RuleChanges.tsx'
import type { FormSchema, Row } from './ruleDraft.ts'
import type { RuleWords } from './useRuleWords.ts'

type RuleVersionsProps = {
  readonly read: ReturnType<typeof useRead<'ruleHistory'>>
  readonly under: string
  readonly schema: FormSchema
  readonly words: RuleWords
  /** Takes what an earlier version said back into the form; null: it was not there. */
  readonly onTake: (row: Row | null) => void
}

/** 各个版本: who changed what, when and why, and the way back to each; the preset's own words first where they differ. */
export function RuleVersions({ read, under, schema, words, onTake }: RuleVersionsProps) {
  const { t } = useLingui()
  const about = { under, schema, words }
  return (
    <Panel title={<Trans>各个版本</Trans>}>
      <ReadView read={read}>
        {({ versions, preset }) => {
          const current = versions[0]?.row ?? null
          return (
            <>
              {preset && versions[0]?.origin === 'place' && (
                <section className="rule-preset">
                  <h3>
                    <Trans>预设怎么说</Trans>
                  </h3>
                  <RuleChanges {...about} before={current} after={preset} />
                  <p>
                    <Trans>照预设改了，以后预设升级就又跟着走；不改，就一直照本地的。</Trans>
                  </p>
                  <Button onClick={() => onTake(preset)}>
                    <Trans>照预设</Trans>
                  </Button>
                </section>
              )}
              <ol className="rule-versions">
                {versions.map(({ id, version, origin, row, from, by, why }, at) => (
                  <li key={id}>
                    <p>
                      <strong>
                        <Trans>第 {version} 版</Trans>
                      </strong>{' '}
                      · {words.say(RULE_ORIGINS[origin])} · {words.say(momentWords(from))}
                      {by !== null && (
                        <>
                          {' · '}
                          <Trans>{by}改的</Trans>
                        </>
                      )}
                      {at === 0 && (
                        <>
                          {' · '}
                          <Trans>现在照这一版</Trans>
                        </>
                      )}
                    </p>
                    {why !== null && <p className="rule-why">{why}</p>}
                    {at < versions.length - 1 && (
                      <RuleChanges {...about} before={versions[at + 1]?.row ?? null} after={row} />
                    )}
                    {at > 0 && (
                      <Button onClick={() => onTake(row)} aria-label={t`改回第 ${version} 版`}>
                        <Trans>改回这一版</Trans>
                      </Button>
                    )}
                  </li>
                ))}
              </ol>
            </>
          )
        }}
      </ReadView>
    </Panel>
  )
}
