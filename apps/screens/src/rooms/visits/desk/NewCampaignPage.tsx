import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { CAMPAIGN_KINDS, type CampaignKind } from '@linli/contract/visits/words'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { DeskPage, ErrorSummary, useRead } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { campaign } from './addresses.ts'
import { toCampaigns } from './CampaignsPage.tsx'
import { FormFile } from './FormFile.tsx'
import { FormMaker } from './FormMaker.tsx'
import { FormPreview } from './FormPreview.tsx'
import {
  draftFaults,
  draftsOf,
  emptyQuestion,
  faultField,
  type QuestionDraft,
  questionsOf,
} from './formDraft.ts'
import { HowToWalk, isQuota, WALKING, walkingOf } from './HowToWalk.tsx'
import { useKindWords } from './useKindWords.ts'

/** 发起走访: what, where, when, and what is asked. */
export default function NewCampaignPage() {
  const { t } = useLingui()
  const kindWord = useKindWords()
  const [, go] = useLocation()
  const [kind, setKind] = useState<CampaignKind>('doorToDoor')
  const [name, setName] = useState('')
  const [path, setPath] = useState<string>()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [questions, setQuestions] = useState<readonly QuestionDraft[]>(() => [emptyQuestion([])])
  const [walking, setWalking] = useState(WALKING)
  const kinds = useRead('listCampaignKinds', {}).data?.items ?? []
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('startCampaign')
  const faults = draftFaults(questions)
  const errors = [
    ...(name.trim() ? [] : [{ field: 'name', message: t`请写名称` }]),
    ...(path ? [] : [{ field: 'path', message: t`请选走访的范围` }]),
    ...(from ? [] : [{ field: 'from', message: t`请选开始日期` }]),
    ...(to && to >= from ? [] : [{ field: 'to', message: t`请选结束日期，不早于开始日期` }]),
    ...(walking.targets === 'companies' && walking.companies.length === 0
      ? [{ field: 'companies', message: t`请选企业` }]
      : []),
    ...(isQuota(walking.quota) ? [] : [{ field: 'quota', message: t`每天计划请填 1 到 300` }]),
    ...[...faults].map(([key, fault]) => ({
      field: faultField(key, fault),
      message: t`第 ${questions.findIndex((one) => one.key === key) + 1} 题还没有填好`,
    })),
  ]
  const shown = tried ? errors : []

  /** A kind that the place has a row for begins with what the row says; what was written by hand stays. */
  function pick(next: CampaignKind) {
    setKind(next)
    const row = kinds.find(({ key }) => key === next)
    if (!row) return
    const quota = row.dailyQuota === null ? '' : String(row.dailyQuota)
    setWalking({ ...walking, targets: row.targets, inPairs: row.inPairs, quota })
    if (questions.every(({ label }) => label.trim() === '')) setQuestions(draftsOf(row.questions))
  }
  async function start() {
    setTried(true)
    if (errors.length > 0 || !path) return
    const body = {
      kind,
      name: name.trim(),
      path,
      from,
      to,
      ...walkingOf(walking),
      questions: questionsOf(questions),
    }
    const started = await send({ body })
    if (started) go(campaign.url({ id: started.id }))
  }
  return (
    <DeskPage title={t`发起走访`} back={toCampaigns}>
      <ErrorSummary errors={shown} failure={failure} />
      <SelectField
        field="kind"
        label={<Trans>类型</Trans>}
        options={codesOf(CAMPAIGN_KINDS).map((code) => ({ value: code, label: kindWord(code) }))}
        value={kind}
        onChange={(code) => pick(codesOf(CAMPAIGN_KINDS).find((one) => one === code) ?? kind)}
      />
      <InputField
        field="name"
        label={<Trans>名称</Trans>}
        maxLength={60}
        value={name}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <AreaPick
        field="path"
        label={<Trans>走访哪里</Trans>}
        hint={<Trans>里面的每一户都要走到。</Trans>}
        path={path}
        error={errorOf(shown, 'path')}
        onPick={setPath}
      />
      <InputField
        field="from"
        type="date"
        label={<Trans>开始日期</Trans>}
        value={from}
        error={errorOf(shown, 'from')}
        onChange={setFrom}
      />
      <InputField
        field="to"
        type="date"
        label={<Trans>结束日期</Trans>}
        value={to}
        error={errorOf(shown, 'to')}
        onChange={setTo}
      />
      <HowToWalk
        walking={walking}
        errorOf={(field) => errorOf(shown, field)}
        onChange={(change) => setWalking({ ...walking, ...change })}
      />
      <FormFile
        onRead={(read, title) => {
          setQuestions(read)
          if (title !== null && name.trim() === '') setName(title)
        }}
      />
      <FormMaker questions={questions} onChange={setQuestions} faults={tried ? faults : new Map()} />
      {faults.size === 0 && <FormPreview questions={questionsOf(questions)} />}
      <div className="desk-row">
        <Button type="primary" loading={sending} onClick={() => void start()}>
          <Trans>发起</Trans>
        </Button>
      </div>
    </DeskPage>
  )
}
