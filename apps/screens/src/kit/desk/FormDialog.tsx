import { useLingui } from '@lingui/react/macro'
import { Modal } from 'antd'
import { type ReactNode, useId } from 'react'
import type { FieldError } from '../failure.ts'
import { ErrorSummary } from '../shared/ErrorSummary.tsx'

export type FormDialogProps = {
  readonly title: string
  /** The verb on the button that does it. */
  readonly ok: string
  readonly danger?: boolean
  readonly errors?: readonly FieldError[] | undefined
  readonly failure?: Error | undefined
  readonly busy: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small form in a dialog: Enter sends, Escape leaves, errors stand above and take the focus. */
export function FormDialog(props: FormDialogProps) {
  const { title, ok, danger, errors, failure, busy, onSubmit, onClose, children } = props
  const { t } = useLingui()
  const id = useId()
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={t`不办了`}
      confirmLoading={busy}
      okButtonProps={{ htmlType: 'submit', form: id, ...(danger ? { danger: true } : {}) }}
      onCancel={onClose}
    >
      <form
        id={id}
        className="desk-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <ErrorSummary errors={errors} failure={failure} />
        {children}
      </form>
    </Modal>
  )
}
