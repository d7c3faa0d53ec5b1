import { changeLanguage, useLanguage, useSay } from '../kit/language.ts'
import { Around } from './Around.tsx'
import { Frames } from './Frames.tsx'
import { Guide, stepAt } from './Guide.tsx'
import { useSurroundings } from './useSurroundings.ts'
import { type Sittings, useTown } from './useTown.ts'
import { STEPS, TEXT } from './words.ts'

type OpenProps = { readonly seats: Sittings; readonly onAgain: ReturnType<typeof useTown>['again'] }

function OpenTown({ seats, onAgain }: OpenProps) {
  const around = useSurroundings(seats)
  return (
    <>
      <Guide mine={around.mine} />
      <Frames seats={seats} next={STEPS[stepAt(around.mine)].seat} onAgain={onAgain} />
      <Around around={around} token={seats.duty.token} />
    </>
  )
}

/** The demo's first page: four people side by side walk one order from placing to points. */
export function WalkPage() {
  const say = useSay()
  const language = useLanguage()
  const { town, pace, again } = useTown()
  return (
    <main className="walk">
      <header className="top">
        <div>
          <h1>{say(TEXT.title)}</h1>
          <p>{say(TEXT.lead)}</p>
        </div>
        {town.kind === 'open' && (
          <button type="button" aria-pressed={!town.running} onClick={() => void pace(!town.running)}>
            {say(town.running ? TEXT.pause : TEXT.resume)}
          </button>
        )}
        <button
          type="button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void changeLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {say(TEXT.other)}
        </button>
      </header>
      {town.kind === 'open' ? (
        <OpenTown seats={town.seats} onAgain={again} />
      ) : (
        <p className="waiting" role="status">
          {town.kind === 'founding' && say(TEXT.founding)}
          {town.kind === 'failed' && say(TEXT.failed)}
          {town.kind === 'closed' && (
            <>
              {say(TEXT.closed)} <a href="/">{say(TEXT.home)}</a>
            </>
          )}
        </p>
      )}
    </main>
  )
}
