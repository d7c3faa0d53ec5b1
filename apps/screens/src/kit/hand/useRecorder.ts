import { useEffect, useRef, useState } from 'react'

export type Recorder = {
  /** `refused`: this browser has no recorder, or the person or the phone said no to the microphone. */
  readonly state: 'resting' | 'recording' | 'refused'
  readonly seconds: number
  readonly start: () => Promise<void>
  readonly stop: () => void
}

/** The first sound format that this browser records: mp4 on iPhones, webm elsewhere. */
const formatOf = () =>
  ['audio/mp4', 'audio/webm;codecs=opus', 'audio/webm'].find((type) => MediaRecorder.isTypeSupported(type))

/** Records from the microphone for at most `longest` seconds and hands over the sound when it ends. */
export function useRecorder(longest: number, done: (sound: Blob) => void): Recorder {
  const [state, setState] = useState<Recorder['state']>('resting')
  const [seconds, setSeconds] = useState(0)
  const recording = useRef<MediaRecorder | undefined>(undefined)

  const stop = () => {
    if (recording.current?.state === 'recording') recording.current.stop()
  }

  async function start() {
    // Neither exists on plain http, nor in some web views.
    if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return setState('refused')
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined)
    if (!stream) return setState('refused')
    const mimeType = formatOf()
    const recorder = new MediaRecorder(stream, {
      ...(mimeType ? { mimeType } : {}),
      audioBitsPerSecond: 32_000,
    })
    const parts: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    recorder.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop()
      setState('resting')
      done(new Blob(parts, { type: recorder.mimeType.split(';')[0] ?? '' }))
    })
    recording.current = recorder
    recorder.start()
    setSeconds(0)
    setState('recording')
  }

  useEffect(() => {
    if (state !== 'recording') return
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [state])

  useEffect(() => {
    if (seconds >= longest && recording.current?.state === 'recording') recording.current.stop()
  }, [seconds, longest])

  useEffect(() => () => stopQuietly(recording.current), [])

  return { state, seconds, start, stop }
}

/** When the page goes away in the middle of a note, only the microphone is given back. */
function stopQuietly(recorder: MediaRecorder | undefined) {
  for (const track of recorder?.stream.getTracks() ?? []) track.stop()
}
