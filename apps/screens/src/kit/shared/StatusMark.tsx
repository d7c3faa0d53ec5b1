import { Icon, type IconName } from './Icon.tsx'

/** What a state means for the person who looks: whether it waits, moves, is done, is late, or rests. */
export type Tone = 'waiting' | 'moving' | 'done' | 'late' | 'still'

const ICONS: Readonly<Record<Tone, IconName>> = {
  waiting: 'clock',
  moving: 'moving',
  done: 'check',
  late: 'alert',
  still: 'pause',
}

/** A state as a word with a drawn mark; colour only repeats what both say. */
export function StatusMark({ tone, word }: { readonly tone: Tone; readonly word: string }) {
  return (
    <span className={`mark mark-${tone}`}>
      <Icon name={ICONS[tone]} />
      {word}
    </span>
  )
}
