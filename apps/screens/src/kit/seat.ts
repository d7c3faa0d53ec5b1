/**
 * A seat is one of several signed-in people side by side in frames of one browser (the demo page). Cookies and storage
 * are shared between the frames, so a seat's name and token travel in `window.name`: `linli-seat:<seat>:<token>`.
 */
const PREFIX = 'linli-seat:'

export type Seat = { readonly seat: string; readonly token: string }

/** The seat written in a window's name, or undefined for an ordinary window. */
export function seatFrom(windowName: string): Seat | undefined {
  if (!windowName.startsWith(PREFIX)) return undefined
  const [seat = '', token = ''] = windowName.slice(PREFIX.length).split(':')
  return { seat, token }
}

export const seatName = (seat: string, token: string) => `${PREFIX}${seat}:${token}`

export const currentSeat = (): Seat | undefined => seatFrom(window.name)

/** After signing in or out inside a seat: the frame keeps its seat and changes its token. Returns false outside a seat. */
export function changeSeatToken(token: string): boolean {
  const seat = currentSeat()
  if (seat) window.name = seatName(seat.seat, token)
  return seat !== undefined
}
