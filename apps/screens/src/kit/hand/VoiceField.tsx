import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { fieldId } from '../fieldIds.ts'
import { Button } from './Button.tsx'
import { FieldError, FieldHint, type FieldProps, OptionalWord } from './Field.tsx'
import { useRecorder } from './useRecorder.ts'
import './voice.css'

/** A voice note: in memory, on its way, or with the server under `id`. */
export type Voice = {
  /** The same for every try of one note. */
  readonly key: string
  readonly id?: string
  readonly blob?: Blob
  readonly state: 'sending' | 'sent' | 'failed'
  readonly failure?: string
}

export type VoiceFieldProps = FieldProps & {
  readonly voice: Voice | undefined
  readonly onChange: (voice: Voice | undefined) => void
  readonly upload: (sound: Blob, key: string) => Promise<string>
  readonly newKey: () => string
  /** Longest note in seconds. */
  readonly longest?: number
}

/** Says it instead of writing it: press, speak, press again; then hear it, or remove it and speak anew. */
export function VoiceField(props: VoiceFieldProps) {
  const { field, label, hint, error, optional, voice, onChange, upload, newKey, longest = 60 } = props
  const { t } = useLingui()
  const recorder = useRecorder(longest, (sound) => void send(newKey(), sound))

  async function send(key: string, blob: Blob) {
    onChange({ key, blob, state: 'sending' })
    try {
      onChange({ key, blob, id: await upload(blob, key), state: 'sent' })
    } catch (cause) {
      const failure = cause instanceof Error ? cause.message : t`录音没有传上去`
      onChange({ key, blob, state: 'failed', failure })
    }
  }

  const { seconds } = recorder
  return (
    <fieldset className={`field${error ? ' field-wrong' : ''}`} id={fieldId(field)}>
      <legend className="field-label">
        {label}
        <OptionalWord optional={optional} />
      </legend>
      <FieldHint field={field} hint={hint} />
      <FieldError field={field} error={error} />
      {voice && (
        <VoiceCard
          voice={voice}
          onRemove={() => onChange(undefined)}
          onRetry={(blob) => send(voice.key, blob)}
        />
      )}
      {!voice && recorder.state === 'resting' && (
        <Button look="second" onPress={() => void recorder.start()}>
          <Microphone />
          <Trans>按一下，说话留言</Trans>
        </Button>
      )}
      {recorder.state === 'recording' && (
        <Button look="danger" icon="pause" onPress={recorder.stop}>
          <Trans>正在录音 {seconds} 秒，说完按这里</Trans>
        </Button>
      )}
      {recorder.state === 'refused' && (
        <p role="status">
          <Trans>这里录不了音。您可以按键盘上的话筒，说话变成字；也可以打电话，由我们替您写。</Trans>
        </p>
      )}
    </fieldset>
  )
}

type CardProps = {
  readonly voice: Voice
  readonly onRemove: () => void
  readonly onRetry: (sound: Blob) => Promise<void>
}

function VoiceCard({ voice, onRemove, onRetry }: CardProps) {
  const { t } = useLingui()
  const { blob, state, failure } = voice
  return (
    <div className="card">
      {blob && <Sound blob={blob} label={t`您的留言`} />}
      <p role="status">
        {state === 'sending' && <Trans>留言正在上传…</Trans>}
        {state === 'sent' && <Trans>留言已上传</Trans>}
        {state === 'failed' && (
          <>
            <Trans>留言没有传上去。</Trans>
            {failure}
          </>
        )}
      </p>
      <div className="row">
        {state === 'failed' && blob && (
          <Button look="quiet" onPress={() => void onRetry(blob)}>
            <Trans>重新上传</Trans>
          </Button>
        )}
        <Button look="quiet" onPress={onRemove}>
          <Trans>删掉重说</Trans>
        </Button>
      </div>
    </div>
  )
}

/** Beside the words of the button, like every icon. */
const Microphone = () => (
  <svg viewBox="0 0 24 24" className="microphone" aria-hidden="true" focusable="false">
    <path d="M12 15a3.5 3.5 0 0 0 3.5-3.5v-5a3.5 3.5 0 0 0-7 0v5A3.5 3.5 0 0 0 12 15zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3.5" />
  </svg>
)

/** Plays a sound that is still in memory. */
function Sound({ blob, label }: { readonly blob: Blob; readonly label: string }) {
  const player = useRef<HTMLAudioElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(blob)
    if (player.current) player.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [blob])
  // biome-ignore lint/a11y/useMediaCaption: a note that the person spoke a moment ago has no captions
  return <audio className="sound" ref={player} controls aria-label={label} />
}
