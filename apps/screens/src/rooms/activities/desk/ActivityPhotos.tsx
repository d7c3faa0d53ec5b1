import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { DeskActivityView, DeskPhoto } from '@linli/contract/activities/shapes'
import { PHOTO_PEOPLE, type PhotoPeople } from '@linli/contract/activities/words'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField } from '../../../kit/desk/fields.tsx'
import { DeskField, ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { PhotosField } from '../../orders/desk/steps/PhotosField.tsx'

type Props = { readonly activity: DeskActivityView; readonly onDone: (words: ReactNode) => void }

/** Photos: who is in them agrees, and somebody else looks before anybody sees them. */
export function ActivityPhotos({ activity, onDone }: Props) {
  const { t } = useLingui()
  const say = useSay()
  const [adding, setAdding] = useState(false)
  const { send, sending, failure } = useCommand('checkActivityPhoto')
  async function check(id: string, show: boolean) {
    if (await send({ params: { id }, body: { show } }))
      onDone(show ? <Trans>已公开。</Trans> : <Trans>已撤下，不会公开。</Trans>)
  }
  const words = ({ shown, isMine }: DeskPhoto): string => {
    if (shown) return t`已公开`
    return isMine ? t`等另一位同事看过才公开` : t`请您看一看能不能公开`
  }
  return (
    <Panel title={<Trans>照片</Trans>}>
      <p>
        <Trans>拍到的人都问过、都同意，才能放上来；另一位同事看过才公开。有人不愿意，马上撤下。</Trans>
      </p>
      <ErrorSummary failure={failure} />
      <ul className="plain-list">
        {activity.photos.map((photo, index) => {
          const number = index + 1
          const address = `/api/activity-photos/${photo.id}`
          return (
            <li key={photo.id}>
              <div className="timeline-photos">
                <a href={address}>
                  <img src={address} alt={t`第 ${number} 张照片`} loading="lazy" />
                </a>
              </div>
              {say(PHOTO_PEOPLE[photo.people])} · {words(photo)}{' '}
              {!photo.shown && !photo.isMine && (
                <Button loading={sending} onClick={() => void check(photo.id, true)}>
                  <Trans>可以公开</Trans>
                </Button>
              )}
              <Button loading={sending} onClick={() => void check(photo.id, false)}>
                <Trans>撤下</Trans>
              </Button>
            </li>
          )
        })}
      </ul>
      <Button onClick={() => setAdding(true)}>
        <Trans>添加照片</Trans>
      </Button>
      {adding && (
        <AddPhotosDialog
          activity={activity}
          onClose={() => setAdding(false)}
          onDone={(done) => {
            setAdding(false)
            onDone(done)
          }}
        />
      )}
    </Panel>
  )
}

function AddPhotosDialog({ activity, onClose, onDone }: Props & { readonly onClose: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  const [ids, setIds] = useState<readonly string[]>([])
  const [people, setPeople] = useState<PhotoPeople>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addActivityPhoto')
  const errors = [
    ...(ids.length === 0 ? [{ field: 'photos', message: t`请选照片` }] : []),
    ...(people ? [] : [{ field: 'people', message: t`请说明画面里的人；有人没问过就不能放` }]),
  ]
  const shown = tried ? errors : []
  async function add() {
    setTried(true)
    if (!people || ids.length === 0) return
    for (const [index, fileId] of ids.entries()) {
      if (!(await send({ params: { id: activity.id }, body: { fileId, people } }))) {
        setIds(ids.slice(index)) // what stands already is not sent again
        return
      }
    }
    onDone(<Trans>已添加，等另一位同事看过才公开。</Trans>)
  }
  return (
    <FormDialog
      title={t`添加照片`}
      ok={t`添加`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <DeskField field="photos" label={<Trans>照片</Trans>} error={errorOf(shown, 'photos')} optional={false}>
        {(control) => <PhotosField control={control} ids={ids} onChange={setIds} />}
      </DeskField>
      <ChoiceField
        field="people"
        label={<Trans>画面里的人</Trans>}
        value={people}
        error={errorOf(shown, 'people')}
        options={optionsOf(PHOTO_PEOPLE, say)}
        onChange={(code) => setPeople(codesOf(PHOTO_PEOPLE).find((one) => one === code))}
      />
    </FormDialog>
  )
}
