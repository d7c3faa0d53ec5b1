import { Trans, useLingui } from '@lingui/react/macro'
import type { OpenedVisit, VisitVersion } from '@linli/contract/visits/answerShapes'
import { differing } from '@linli/contract/visits/settle'
import { type PhotoReason, SETTLE_WAYS, type SettleWay } from '@linli/contract/visits/words'
import { Button } from 'antd'
import { useState } from 'react'
import { ChoiceField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { Problem } from '../../../kit/failure.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useAnswerWords } from '../useAnswerWords.ts'
import { VersionFacts } from './VersionFacts.tsx'
import './answers.css'

type SettleFormProps = {
  readonly opened: OpenedVisit
  readonly versions: readonly VisitVersion[]
  readonly reason: PhotoReason
  readonly onSettled: () => void
  /** Somebody else was first: what stands now is looked at anew. */
  readonly onOther: () => void
}

const isWay = (code: string | undefined): code is SettleWay =>
  code !== undefined && Object.hasOwn(SETTLE_WAYS, code)

/** 核对: versions beside each other, and a person says what holds. Nothing of what was not chosen is lost. */
export function SettleForm({ opened, versions, reason, onSettled, onOther }: SettleFormProps) {
  const { t } = useLingui()
  const say = useSay()
  const inWords = useAnswerWords()
  const { forms, door } = opened
  const [way, setWay] = useState<SettleWay>('one')
  const [keep, setKeep] = useState<string>()
  const [take, setTake] = useState<{ readonly [question: string]: string }>({})
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('settleVisit')
  const base = versions.find(({ id }) => id === keep)
  const asked = forms.find(({ id }) => id === (base ?? versions[0])?.form)?.questions ?? []
  const questions = differing(versions, asked)
  const differs = new Set(questions.map(({ key }) => key))
  const nameOf = (id: string): string => {
    const number = versions.findIndex((version) => version.id === id) + 1
    const by = versions[number - 1]?.by
    return by ? t`第 ${number} 份（${by}）` : t`第 ${number} 份`
  }
  const answerOf = ({ answers }: VisitVersion, key: string, isPhoto: boolean): string => {
    const value = answers[key]
    if (value === undefined) return t`没有答`
    return isPhoto && Array.isArray(value) ? t`${value.length} 张照片` : inWords(value)
  }
  // Both stay when both are kept: which of them keeps the visit's number is nobody's question.
  const chosen = way === 'both' ? versions[0]?.id : keep
  const errors = tried && !chosen ? [{ field: 'keep', message: t`请选按哪一份` }] : []
  async function settle() {
    setTried(true)
    if (!chosen) return
    const body = {
      versions: versions.map(({ id }) => id),
      way,
      keep: chosen,
      ...(way === 'fields' ? { take } : {}),
    }
    if (await send({ params: { id: opened.visit }, body })) onSettled()
  }
  return (
    <Panel title={<Trans>这次走访有 {versions.length} 份，请核对</Trans>}>
      <ErrorSummary errors={errors} failure={failure} />
      {failure instanceof Problem && failure.status === 409 && (
        <Button onClick={onOther}>
          <Trans>看现在的</Trans>
        </Button>
      )}
      <div className="visit-versions">
        {versions.map((version) => (
          <section key={version.id} className="visit-version" aria-label={nameOf(version.id)}>
            <h3>{nameOf(version.id)}</h3>
            <VersionFacts version={version} forms={forms} reason={reason} door={door} differs={differs} />
          </section>
        ))}
      </div>
      <ChoiceField
        field="way"
        label={<Trans>怎么核对</Trans>}
        hint={<Trans>没选的那份不会丢，留在历史里。</Trans>}
        options={optionsOf(SETTLE_WAYS, say)}
        value={way}
        onChange={(code) => setWay(isWay(code) ? code : 'one')}
      />
      {way !== 'both' && (
        <ChoiceField
          field="keep"
          label={way === 'fields' ? <Trans>结果和其余的题按哪一份</Trans> : <Trans>按哪一份</Trans>}
          error={errors[0]?.message}
          options={versions.map(({ id }) => ({ value: id, label: nameOf(id) }))}
          value={keep}
          onChange={setKeep}
        />
      )}
      {way === 'fields' &&
        base &&
        questions.map(({ key, label, kind }) => (
          <ChoiceField
            key={key}
            field={`take.${key}`}
            label={label}
            options={versions.map((version) => ({
              value: version.id,
              label: `${nameOf(version.id)}：${answerOf(version, key, kind === 'photo')}`,
            }))}
            value={take[key] ?? base.id}
            onChange={(from) => setTake({ ...take, ...(from ? { [key]: from } : {}) })}
          />
        ))}
      <div className="desk-row">
        <Button type="primary" loading={sending} onClick={() => void settle()}>
          <Trans>就这样定</Trans>
        </Button>
      </div>
    </Panel>
  )
}
