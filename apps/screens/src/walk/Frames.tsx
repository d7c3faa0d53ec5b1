import { useState } from 'react'
import { useLanguage, useSay } from '../kit/language.ts'
import { seatName } from '../kit/seat.ts'
import type { Sitting, Sittings } from './useTown.ts'
import { CHAIRS, type Chair, type ChairSeat, TEXT } from './words.ts'

type Again = (seat: ChairSeat, person: string) => Promise<void>
type FrameProps = {
  readonly chair: Chair
  readonly sitting: Sitting
  readonly isNext: boolean
  readonly isShown: boolean
  readonly onAgain: Again
}

/** The frame's own settings are kept per seat: it starts in the language of this page, and is not asked about type size first. */
function prepare(seat: ChairSeat, language: string): void {
  try {
    localStorage.setItem(`linli.${seat}.language`, JSON.stringify(language))
    localStorage.setItem(`linli.${seat}.elderAsked`, 'true')
  } catch {
    // A browser may forbid storage: the frame then starts as on a fresh device.
  }
}

/** One person's own screen. Its name carries seat and token, so the frame is signed in before its first page. */
function Frame({ chair, sitting, isNext, isShown, onAgain }: FrameProps) {
  const say = useSay()
  const language = useLanguage()
  const name = seatName(chair.seat, sitting.token)
  prepare(chair.seat, language)
  return (
    <section
      className="frame"
      data-kind={chair.screen.startsWith('/desk') ? 'desk' : 'hand'}
      data-next={isNext}
      data-shown={isShown}
      aria-label={say(chair.title)}
    >
      <header>
        <h3>
          {say(chair.title)} <span className="who">{sitting.person}</span>
        </h3>
        <p className="does">
          {isNext && <strong className="mark">{say(TEXT.next)}</strong>} {say(chair.does)}
        </p>
        <button type="button" className="quiet" onClick={() => void onAgain(chair.seat, sitting.person)}>
          {say(TEXT.again)}
        </button>
        <a className="quiet" href={chair.screen} target={name} rel="opener">
          {say(TEXT.whole)}
        </a>
      </header>
      <div className="glass">
        <iframe
          key={`${sitting.token} ${language}`}
          name={name}
          src={chair.screen}
          title={`${say(chair.title)} ${sitting.person}`}
        />
      </div>
    </section>
  )
}

/** Four frames side by side; on narrow screens one at a time, behind a row of buttons. */
export function Frames({
  seats,
  next,
  onAgain,
}: {
  readonly seats: Sittings
  readonly next: ChairSeat
  readonly onAgain: Again
}) {
  const say = useSay()
  const [shown, setShown] = useState<ChairSeat>(next)
  return (
    <>
      <div className="tabs" role="group" aria-label={say(TEXT.seats)}>
        {CHAIRS.map(({ seat, title }) => (
          <button
            key={seat}
            type="button"
            aria-pressed={shown === seat}
            data-next={next === seat}
            onClick={() => setShown(seat)}
          >
            {say(title)}
          </button>
        ))}
      </div>
      <div className="frames">
        {CHAIRS.map((chair) => (
          <Frame
            key={chair.seat}
            chair={chair}
            sitting={seats[chair.seat]}
            isNext={next === chair.seat}
            isShown={shown === chair.seat}
            onAgain={onAgain}
          />
        ))}
      </div>
    </>
  )
}
