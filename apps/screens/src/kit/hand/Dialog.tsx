import { type ReactNode, useEffect, useId, useRef } from 'react'

export type DialogProps = {
  readonly open: boolean
  readonly title: ReactNode
  /** Escape or the phone's back gesture; the buttons inside close it by the same means. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question that must be answered first: the browser's own dialog keeps the focus inside and gives it back. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const box = dialog.current
    if (open && box && !box.open) box.showModal()
    if (!open && box?.open) box.close()
  }, [open])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {open && children}
    </dialog>
  )
}
