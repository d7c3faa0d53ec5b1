/** What the demo is doing now: the page asks for it, the founding and the neighbours keep it up to date. */
export type Stage = {
  founding: boolean
  /** Whether the neighbours act; a visitor's pause turns it off. */
  running: boolean
  /** Orders that the neighbours have placed since the start. */
  orders: number
}

export const openStage = (): Stage => ({ founding: true, running: true, orders: 0 })
