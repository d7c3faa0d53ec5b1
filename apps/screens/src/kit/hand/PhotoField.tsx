import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { describe } from '../fieldIds.ts'
import { Icon } from '../shared/Icon.tsx'
import { Button } from './Button.tsx'
import { compressPhoto } from './compressPhoto.ts'
import { FieldError, FieldHint, type FieldProps, OptionalWord } from './Field.tsx'

export type Photo = {
  /** Of this list only. */
  readonly key: string
  /** What the server calls it, once it is there. */
  readonly id?: string
  readonly blob?: Blob
  readonly state: 'sending' | 'sent' | 'failed'
  readonly failure?: string
}

export type PhotoFieldProps = FieldProps & {
  readonly photos: readonly Photo[]
  readonly onChange: (change: (before: readonly Photo[]) => readonly Photo[]) => void
  /** Sends one compressed picture; `key` is the same for every try, for the idempotency key. */
  readonly upload: (picture: Blob, key: string) => Promise<string>
  readonly most?: number
  /** Opens the camera at once, where the place itself is the evidence. */
  readonly camera?: boolean
  /** Makes a fresh key for a picture. */
  readonly newKey: () => string
}

/** Photos from camera or album: made small on the phone, sent at once, with retry and removal. */
export function PhotoField(props: PhotoFieldProps) {
  const { field, label, hint, error, optional, photos, onChange, upload, most = 6, camera, newKey } = props
  const put = (photo: Photo) =>
    onChange((before) => before.map((one) => (one.key === photo.key ? { ...one, ...photo } : one)))

  async function send(key: string, blob: Blob) {
    put({ key, blob, state: 'sending' })
    try {
      put({ key, blob, id: await upload(blob, key), state: 'sent' })
    } catch (cause) {
      put({ key, blob, state: 'failed', failure: cause instanceof Error ? cause.message : t`照片没有传上去` })
    }
  }

  async function add(file: File) {
    const key = newKey()
    onChange((before) => [...before, { key, state: 'sending' }])
    const blob = await compressPhoto(file).catch(() => undefined)
    if (blob) await send(key, blob)
    else put({ key, state: 'failed', failure: t`这个文件不是能打开的照片，请换一张。` })
  }

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget
    const files = [...(input.files ?? [])].slice(0, most - photos.length)
    input.value = ''
    for (const file of files) await add(file)
  }

  return (
    <fieldset className={`field${error ? ' field-wrong' : ''}`}>
      <legend className="field-label">
        {label}
        <OptionalWord optional={optional} />
      </legend>
      <FieldHint field={field} hint={hint} />
      <FieldError field={field} error={error} />
      {photos.length > 0 && (
        <ul className="photos">
          {photos.map((photo, index) => (
            <PhotoCard
              key={photo.key}
              photo={photo}
              number={index + 1}
              onRetry={() => photo.blob && void send(photo.key, photo.blob)}
              onRemove={() => onChange((before) => before.filter((one) => one.key !== photo.key))}
            />
          ))}
        </ul>
      )}
      {photos.length < most && (
        <label className="button button-second photo-add">
          <Icon name="camera" />
          <span>{photos.length === 0 ? <Trans>拍照或选照片</Trans> : <Trans>再加一张</Trans>}</span>
          <input
            {...describe(field, hint, error)}
            type="file"
            accept="image/*"
            multiple={!camera}
            {...(camera ? { capture: 'environment' as const } : {})}
            onChange={(event) => void choose(event)}
          />
        </label>
      )}
    </fieldset>
  )
}

type CardProps = {
  readonly photo: Photo
  readonly number: number
  readonly onRetry: () => void
  readonly onRemove: () => void
}

function PhotoCard({ photo, number, onRetry, onRemove }: CardProps) {
  const { t } = useLingui()
  const address = useBlobAddress(photo.blob)
  return (
    <li className="photo">
      {address ? (
        <img src={address} alt={t`第 ${number} 张照片`} />
      ) : (
        <span className="photo-blank" aria-hidden="true" />
      )}
      <div className="photo-words">
        <p role="status">
          {photo.state === 'sending' && <Trans>第 {number} 张正在上传…</Trans>}
          {photo.state === 'sent' && <Trans>第 {number} 张已上传</Trans>}
          {photo.state === 'failed' && (
            <>
              <Trans>第 {number} 张没有传上去。</Trans>
              {photo.failure}
            </>
          )}
        </p>
        {photo.state === 'sending' && <progress aria-label={t`第 ${number} 张的上传进度`} />}
        <div className="row">
          {photo.state === 'failed' && photo.blob && (
            <Button look="quiet" onPress={onRetry}>
              <Trans>重新上传</Trans>
            </Button>
          )}
          <Button look="quiet" onPress={onRemove}>
            <Trans>删除第 {number} 张</Trans>
          </Button>
        </div>
      </div>
    </li>
  )
}

/** A picture still in memory as an address for <img>; given back when it is no longer shown. */
function useBlobAddress(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!blob) return
    last.current = URL.createObjectURL(blob)
    setAddress(last.current)
    return () => {
      if (last.current) URL.revokeObjectURL(last.current)
    }
  }, [blob])
  return address
}
