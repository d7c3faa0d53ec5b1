// Preloaded into a server whose clock is to be wrong: its Date is off by CLOCK_SHIFT milliseconds, its timers are not.
const shift = Number(process.env.CLOCK_SHIFT ?? '0')
const Real = globalThis.Date

class Shifted extends Real {
  constructor(...args) {
    if (args.length === 0) super(Real.now() + shift)
    else super(...args)
  }

  static now() {
    return Real.now() + shift
  }
}
globalThis.Date = Shifted
