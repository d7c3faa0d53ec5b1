import { Trans, useLingui } from '@lingui/react/macro'
import { answersOf, askedOf, faultsIn } from '@linli/contract/visits/form'
import type { Answers, AnswerValue, ComeAgain, Question, VisitHead } from '@linli/contract/visits/shapes'
import type { Outcome } from '@linli/contract/visits/words'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useDraft } from '../../../kit/drafts.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, ErrorSummary, toast } from '../../../kit/hand/index.ts'
import type { Door, KeptArea } from '../../../kit/offline/kept.ts'
import { newVisitId } from '../../../kit/offline/newVisitId.ts'
import { sendOrKeep } from '../../../kit/unsent.ts'
import { walk } from './addresses.ts'
import { CompanionField } from './CompanionField.tsx'
import { FindingFields, orderOf } from './FindingFields.tsx'
import { inWords } from './inWords.ts'
import { NobodyHome } from './NobodyHome.tsx'
import { QuestionField } from './QuestionField.tsx'
import { type Picture, writeDown } from './writeDown.ts'
import './visits.css'
import { Fills } from '../../ledgers/hand/Fills.tsx'

type VisitFormProps = {
  readonly area: KeptArea
  readonly door: Door
  /** The record that is corrected; absent: another visit. */
  readonly corrects: VisitHead | undefined
}
type Draft = {
  readonly answers: Answers
  readonly finding: string
  /** What the finding is by the place's catalogue; empty: a plain matter. */
  readonly item: string
  readonly order: string
}
const fresh = (): Draft => ({ answers: {}, finding: '', item: '', order: newVisitId() })
const ALONE = { companion: '' }

/** The questions of one door in large controls; nobody home is one press. */
export function VisitForm({ area, door, corrects }: VisitFormProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const form = area.forms.find(({ id }) => id === corrects?.form) ?? area.forms[0]
  const [initial] = useState(() => (corrects ? { ...fresh(), answers: corrects.answers } : fresh()))
  const [draft, change, clear] = useDraft<Draft>(`visit.${door.id}.${corrects?.id ?? 'new'}`, initial)
  // Whoever came along to this door comes along to the next.
  const [{ companion }, walkWith] = useDraft(`walkWith.${area.id}`, ALONE)
  const [pictures, setPictures] = useState<readonly Picture[]>([])
  const [faults, setFaults] = useState<readonly { field: string; message: string }[]>([])
  const [failure, setFailure] = useState<Error>()
  if (!form) return null
  const { questions } = form
  const given = withoutLost(questions, draft.answers, [
    ...pictures.map(({ id }) => id),
    ...Object.values(corrects?.answers ?? {}).flatMap((value) => (Array.isArray(value) ? value : [])),
  ])
  const asksCompanion = area.campaign.inPairs && !corrects

  async function keep(outcome: Outcome, answers: Answers, again?: ComeAgain) {
    if (!form) return
    if (asksCompanion && companion === '') {
      setFaults([{ field: 'companion', message: t`请选和谁一起去的` }])
      return
    }
    const finding = draft.finding.trim()
    setFailure(undefined)
    try {
      // The need first: it is somebody's, and goes its own way whatever becomes of the record.
      if (finding !== '')
        await sendOrKeep(
          'placeOrder',
          { body: orderOf(area, door, { ...draft, finding }) },
          t`走访发现：${finding.slice(0, 20)}`,
        )
      const written = {
        visit: corrects?.visit ?? newVisitId(),
        form: form.id,
        outcome,
        answers,
        orders: [...(corrects?.orders ?? []), ...(finding === '' ? [] : [draft.order])],
        replaces: corrects ? [corrects.id] : [],
        ...(asksCompanion ? { companion } : {}),
        ...(again ? { again } : {}),
      }
      await writeDown(area, door, written, pictures)
      clear()
      toast(t`${door.room} 已记在手机上`)
      go(walk.url({ campaign: area.id }))
    } catch (error) {
      setFailure(inWords(error))
    }
  }
  function met() {
    const answers = answersOf(questions, given)
    const found = [...faultsIn(questions, answers).keys()].map((field) => ({
      field,
      message: t`这道题还没有答好：${questions.find(({ key }) => key === field)?.label ?? ''}`,
    }))
    setFaults(found)
    if (found.length === 0) void keep('met', answers)
  }
  function answer(key: string, value: AnswerValue | undefined) {
    const { [key]: _before, ...others } = given
    change({ answers: value === undefined ? others : { ...others, [key]: value } })
  }
  return (
    <>
      <ErrorSummary errors={faults} failure={failure} />
      {asksCompanion && (
        <CompanionField
          colleagues={area.colleagues ?? []}
          value={companion}
          error={errorOf(faults, 'companion')}
          onChange={(next) => walkWith({ companion: next })}
        />
      )}
      <NobodyHome isCompany={door.isCompany} onNobody={(again) => void keep('notHome', {}, again)} />
      {askedOf(questions, given).map((question) => (
        <QuestionField
          area={area}
          key={question.key}
          question={question}
          value={given[question.key]}
          error={errorOf(faults, question.key)}
          onChange={(value) => answer(question.key, value)}
          pictures={pictures}
          onPictures={setPictures}
        />
      ))}
      <FindingFields
        findings={area.findings ?? []}
        finding={draft.finding}
        item={draft.item}
        onChange={change}
      />
      <Fills operation="recordVisits" />
      <Button wide onPress={met}>
        <Trans>记好了</Trans>
      </Button>
      <details className="fold">
        <summary>
          <Trans>没能走访</Trans>
        </summary>
        <div className="stack">
          <Button wide look="second" onPress={() => void keep('refused', {})}>
            <Trans>不愿受访</Trans>
          </Button>
          <Button wide look="second" onPress={() => void keep('moved', {})}>
            <Trans>已搬走</Trans>
          </Button>
          <Button wide look="second" onPress={() => void keep('closed', {})}>
            {door.isCompany ? <Trans>已停业</Trans> : <Trans>空置无人住</Trans>}
          </Button>
        </div>
      </details>
    </>
  )
}

/** Photos that were not kept when the page closed are asked for again; the words that were written are still there. */
function withoutLost(questions: readonly Question[], answers: Answers, here: readonly string[]): Answers {
  const photos = new Set(questions.flatMap(({ key, kind }) => (kind === 'photo' ? [key] : [])))
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [
      key,
      photos.has(key) && Array.isArray(value) ? value.filter((id) => here.includes(id)) : value,
    ]),
  )
}
