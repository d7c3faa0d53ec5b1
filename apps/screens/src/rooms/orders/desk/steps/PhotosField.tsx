import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { type ChangeEvent, useState } from 'react'
import { newKey } from '../../../../kit/api.ts'
import type { ControlProps } from '../../../../kit/desk/DeskField.tsx'
import { compressPhoto } from '../../../../kit/hand/compressPhoto.ts'
import { uploadPhoto } from '../../hand/files.ts'
import { Photos } from '../../hand/Photos.tsx'

const MOST = 9

export type PhotosFieldProps = {
  readonly control: ControlProps
  readonly ids: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Photos made small here and sent at once; the form carries their ids. */
export function PhotosField({ control, ids, onChange }: PhotosFieldProps) {
  const { t } = useLingui()
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState('')

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget
    const files = [...(input.files ?? [])].slice(0, MOST - ids.length)
    input.value = ''
    setSending(true)
    setFailure('')
    const added: string[] = []
    for (const file of files) {
      const { name } = file
      try {
        added.push(await uploadPhoto(await compressPhoto(file), newKey()))
      } catch (error) {
        const why = error instanceof Error ? error.message : ''
        setFailure(t`“${name}”没有传上去，请再选一次。${why}`)
      }
    }
    onChange([...ids, ...added])
    setSending(false)
  }

  return (
    <div>
      {ids.length > 0 && <Photos ids={ids} />}
      <p>
        <input
          {...control}
          type="file"
          accept="image/*"
          multiple
          disabled={sending || ids.length >= MOST}
          onChange={(event) => void choose(event)}
        />
        {ids.length > 0 && (
          <Button onClick={() => onChange(ids.slice(0, -1))}>
            <Trans>去掉最后一张</Trans>
          </Button>
        )}
      </p>
      <p role="status">
        {sending && <Trans>照片正在上传…</Trans>} {failure}
      </p>
    </div>
  )
}
