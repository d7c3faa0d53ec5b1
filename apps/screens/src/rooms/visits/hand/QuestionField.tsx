import { Trans, useLingui } from '@lingui/react/macro'
import type { AnswerValue, Question } from '@linli/contract/visits/shapes'
import { type ChangeEvent, useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { describe } from '../../../kit/fieldIds.ts'
import { compressPhoto } from '../../../kit/hand/compressPhoto.ts'
import { OptionalWord } from '../../../kit/hand/Field.tsx'
import { Button, ChoiceList, ManyChoiceList, TextArea, TextField } from '../../../kit/hand/index.ts'
import type { KeptArea } from '../../../kit/offline/kept.ts'
import { Icon } from '../../../kit/shared/Icon.tsx'
import { PlaceField } from './PlaceField.tsx'
import type { Picture } from './writeDown.ts'

type QuestionFieldProps = {
  readonly area: KeptArea
  readonly question: Question
  readonly value: AnswerValue | undefined
  readonly error: string | undefined
  readonly onChange: (value: AnswerValue | undefined) => void
  readonly pictures: readonly Picture[]
  readonly onPictures: (change: (before: readonly Picture[]) => readonly Picture[]) => void
}

const words = (value: AnswerValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const list = (value: AnswerValue | undefined): readonly string[] => (Array.isArray(value) ? value : [])
const choicesOf = ({ choices = [] }: Question) => choices.map((choice) => ({ value: choice, label: choice }))

/** One question of a form as the control that fits it. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, value, error, onChange } = props
  const { hint, label, required } = question
  const shared = { field: question.key, label, hint, optional: !required, error }
  switch (question.kind) {
    case 'choice':
      return (
        <ChoiceList
          {...shared}
          compact
          choices={choicesOf(question)}
          value={words(value)}
          onChange={onChange}
        />
      )
    case 'several':
      return (
        <ManyChoiceList
          {...shared}
          compact
          choices={choicesOf(question)}
          value={list(value)}
          onChange={(chosen) => onChange([...chosen])}
        />
      )
    case 'number':
      return (
        <TextField
          {...shared}
          kind="number"
          maxLength={10}
          value={words(value)}
          onChange={(typed) => onChange(/^-?\d{1,9}$/.test(typed) ? Number(typed) : typed)}
        />
      )
    case 'decimal':
      return <TextField {...shared} kind="decimal" maxLength={17} value={words(value)} onChange={onChange} />
    case 'note':
      return (
        <p className="card">
          {label}
          {hint && ` ${hint}`}
        </p>
      )
    case 'place':
      return <PlaceField {...props} />
    case 'text':
      return <TextArea {...shared} rows={2} maxLength={2000} value={words(value)} onChange={onChange} />
    case 'photo':
      return <PictureField {...props} />
  }
}

const MOST = 6
/** A day's photos go over a slow line in the evening: a door or a stairwell is seen well at less than a defect's detail. */
const MOST_BYTES = 250 * 1024

/** Photos of one question: kept on the phone with the record, and sent after it. */
function PictureField({ question, value, error, onChange, pictures, onPictures }: QuestionFieldProps) {
  const { t } = useLingui()
  const [unreadable, setUnreadable] = useState('')
  const ids = list(value)
  async function add(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget
    const files = [...(input.files ?? [])].slice(0, MOST - ids.length)
    input.value = ''
    setUnreadable('')
    const added: Picture[] = []
    for (const file of files) {
      const blob = await compressPhoto(file, MOST_BYTES).catch(() => undefined)
      if (blob) added.push({ id: newKey(), blob })
      else setUnreadable(t`这个文件不是能打开的照片，请换一张。`)
    }
    onPictures((before) => [...before, ...added])
    onChange([...ids, ...added.map(({ id }) => id)])
  }
  const remove = (id: string) => {
    onPictures((before) => before.filter((one) => one.id !== id))
    onChange(ids.filter((one) => one !== id))
  }
  return (
    <fieldset className="field">
      <legend className="field-label">
        {question.label}
        <OptionalWord optional={!question.required} />
      </legend>
      {(error ?? unreadable) && <p className="field-error">{error ?? unreadable}</p>}
      {ids.length > 0 && (
        <ul className="plain">
          {ids.map((id, index) => (
            <li key={id} className="row">
              <span>
                {pictures.some((one) => one.id === id) ? (
                  <Trans>第 {index + 1} 张，存好后再上传</Trans>
                ) : (
                  <Trans>第 {index + 1} 张</Trans>
                )}
              </span>
              <Button look="quiet" onPress={() => remove(id)}>
                <Trans>删除第 {index + 1} 张</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {ids.length < MOST && (
        <label className="button button-second photo-add">
          <Icon name="camera" />
          <span>
            <Trans>拍照</Trans>
          </span>
          <input
            {...describe(question.key, undefined, error)}
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => void add(event)}
          />
        </label>
      )}
    </fieldset>
  )
}
