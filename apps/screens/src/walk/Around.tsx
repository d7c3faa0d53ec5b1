import { STATES } from '@linli/contract/orders/words'
import { useSay } from '../kit/language.ts'
import { Photo } from './Photo.tsx'
import type { Surroundings } from './useSurroundings.ts'
import { TEXT } from './words.ts'

/** The strip of living orders, with what happened just now in words. */
export function Around({ around, token }: { readonly around: Surroundings; readonly token: string }) {
  const say = useSay()
  return (
    <section className="around" aria-labelledby="around">
      <div className="aroundHead">
        <h2 id="around">
          {say(TEXT.living)}{' '}
          <span className="count">
            {around.total} {say(TEXT.orders)}
          </span>
        </h2>
        <p className="news" role="status">
          <strong>{say(TEXT.news)}</strong>
          {around.news.length === 0
            ? ` ${say(TEXT.quiet)}`
            : around.news.map(({ key, what, order }) => (
                <span key={key} className="item">
                  {say(what)} · {order.title} · {order.place.split(' ')[0]}
                </span>
              ))}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls sideways must be reached by keyboard */}
      <ul className="strip" tabIndex={0} aria-label={say(TEXT.living)}>
        {around.rows.map((row) => (
          <li key={row.id} className="living">
            <Photo token={token} id={row.photo} title={row.title} />
            <span className="livingTitle">{row.title}</span>
            <span className="livingFoot">
              <span className="state" data-state={row.state}>
                {say(STATES[row.state])}
              </span>{' '}
              {row.place.split(' ')[0]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
