import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Modal, Switch } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { observable, useObservable } from '../observable.ts'
import { keep, recall } from '../storage.ts'

export type Shortcut = {
  /** As `KeyboardEvent.key` says it: `j`, `Enter`, `/`. */
  readonly key: string
  readonly label: ReactNode
  readonly run: () => void
}

const STORED = 'shortcuts'
const active = observable<readonly Shortcut[]>([])
/** Single keys can be switched off, for people who dictate or whose hands slip (WCAG 2.1.4). */
const enabled = observable(recall(STORED) !== 'off')

/** The page's keys while it is shown. They rest while somebody types, and while a dialog is open. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const keys = shortcuts.map(({ key }) => key).join(' ')
  useEffect(() => {
    // Each key runs what the newest render meant by it.
    const stable = keys
      .split(' ')
      .flatMap((key) => latest.current.filter((shortcut) => shortcut.key === key))
      .map(({ key, label }) => ({
        key,
        label,
        run: () => latest.current.find((shortcut) => shortcut.key === key)?.run(),
      }))
    active.set([...active.get(), ...stable])
    return () => active.set(active.get().filter((shortcut) => !stable.includes(shortcut)))
  }, [keys])
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null

function onKey(event: KeyboardEvent, showHelp: () => void) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
  if (event.key === '?') return showHelp()
  const shortcut = active.get().findLast(({ key }) => key === event.key)
  // Enter on a link or button stays what it always is.
  const native = event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button')
  if (!shortcut || native) return
  event.preventDefault()
  shortcut.run()
}

/** The visible list of keys, by button or by `?`; and the one place that listens for them. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false)
  const shortcuts = useObservable(active)
  const on = useObservable(enabled)
  const { t } = useLingui()

  useEffect(() => {
    if (!on) return
    const listener = (event: KeyboardEvent) => onKey(event, () => setOpen(true))
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [on])

  return (
    <>
      <Button type="text" className="shell-keyboard" onClick={() => setOpen(true)}>
        <Trans>快捷键</Trans> <kbd>?</kbd>
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={t`这一页的快捷键`} footer={null}>
        <dl className="shortcut-list">
          {[...shortcuts, { key: '?', label: t`打开这张表` }].map(({ key, label }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <div className="shortcut-switch">
          <Switch
            id="shortcuts-on"
            checked={on}
            onChange={(next) => {
              enabled.set(next)
              keep(STORED, next ? undefined : 'off')
            }}
          />
          <label htmlFor="shortcuts-on">
            <Trans>使用单键快捷键</Trans>
          </label>
        </div>
      </Modal>
    </>
  )
}
