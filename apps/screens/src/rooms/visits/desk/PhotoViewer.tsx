import { Trans, useLingui } from '@lingui/react/macro'
import type { PhotoReason } from '@linli/contract/visits/words'
import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../kit/api.ts'
import { ErrorSummary, Loading } from '../../../kit/desk/index.ts'
import './answers.css'

type PhotoViewerProps = {
  readonly ids: readonly string[]
  /** Why the visit was opened: it stands with each look. */
  readonly reason: PhotoReason
  /** What the photos are of, for those who do not see them. */
  readonly about: string
}

/**
 * Photos of one answer, one at a time: by buttons or the arrow keys. Each is fetched when it is first looked at, since each
 * look is recorded, and none stays here when the viewer is closed.
 */
export function PhotoViewer({ ids, reason, about }: PhotoViewerProps) {
  const { t } = useLingui()
  const [at, setAt] = useState<number>()
  const [sources, setSources] = useState<ReadonlyMap<number, string>>(new Map())
  const [failure, setFailure] = useState<Error>()
  const count = ids.length
  const number = (at ?? 0) + 1
  async function show(next: number) {
    const id = ids[next]
    if (id === undefined) return
    setAt(next)
    setFailure(undefined)
    if (sources.has(next)) return
    try {
      const { mediaType, base64 } = await call('openVisitPhoto', { params: { id }, body: { reason } })
      setSources((before) => new Map(before).set(next, `data:${mediaType};base64,${base64}`))
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(t`没有打开，请再试一次。`))
    }
  }
  function close() {
    setAt(undefined)
    setSources(new Map())
    setFailure(undefined)
  }
  const step = useRef<(key: string) => void>(undefined)
  step.current = (key) => {
    if (at !== undefined && key === 'ArrowRight') void show(at + 1)
    if (at !== undefined && key === 'ArrowLeft') void show(at - 1)
  }
  const isOpen = at !== undefined
  // The arrow keys do what the buttons do, wherever in the dialog the focus is.
  useEffect(() => {
    if (!isOpen) return
    const pressed = ({ key }: KeyboardEvent) => step.current?.(key)
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [isOpen])
  const source = at === undefined ? undefined : sources.get(at)
  return (
    <>
      <Button onClick={() => void show(0)}>
        <Trans>看照片（{count} 张）</Trans>
      </Button>
      {isOpen && (
        <Modal
          open
          title={t`照片，第 ${number} 张，共 ${count} 张`}
          width="min(100vw - 1rem, 60rem)"
          onCancel={close}
          footer={
            <div className="desk-row">
              <Button disabled={number === 1} onClick={() => void show(number - 2)}>
                <Trans>上一张</Trans>
              </Button>
              <Button disabled={number === count} onClick={() => void show(number)}>
                <Trans>下一张</Trans>
              </Button>
              <Button onClick={close}>
                <Trans>关上</Trans>
              </Button>
            </div>
          }
        >
          <div className="photo-viewer">
            <ErrorSummary failure={failure} />
            {source ? (
              <img src={source} alt={t`${about}，第 ${number} 张照片，共 ${count} 张`} />
            ) : (
              !failure && <Loading />
            )}
          </div>
        </Modal>
      )}
    </>
  )
}
