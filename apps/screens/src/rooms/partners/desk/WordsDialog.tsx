import type { ReactNode } from 'react'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'

type WordsDialogProps = {
  readonly title: string
  readonly ok: string
  readonly danger?: boolean
  readonly label: ReactNode
  readonly hint: ReactNode
  /** What is said when nothing was written. */
  readonly missing: string
  readonly maxLength: number
  readonly busy: boolean
  readonly failure: Error | undefined
  readonly onWords: (words: string) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** One sentence that a step needs: the facts of a promise kept, the reason of a page taken down. */
export function WordsDialog(props: WordsDialogProps) {
  const { label, hint, missing, maxLength, onWords, children, ...dialog } = props
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const errors = tried && words.trim() === '' ? [{ field: 'words', message: missing }] : []
  function submit() {
    setTried(true)
    if (words.trim() !== '') onWords(words.trim())
  }
  return (
    <FormDialog {...dialog} errors={errors} onSubmit={submit}>
      {children}
      <InputField
        field="words"
        label={label}
        hint={hint}
        maxLength={maxLength}
        value={words}
        error={errorOf(errors, 'words')}
        onChange={setWords}
      />
    </FormDialog>
  )
}
