import type pg from 'pg'

/** A code of PostgreSQL (`cannot_connect_now`) that graphile-worker takes as a reason to wait and try again. */
const TRY_AGAIN = '57P03'

/**
 * The pool as graphile-worker should see it. Whether a job was done or failed it writes down without awaiting it, and
 * tries again for a few codes only: a connection cut at that moment would be nobody's rejection and end the process.
 * Every failure of this pool therefore carries one of those codes; what really happened is its cause.
 */
export function patientPool(pool: pg.Pool): pg.Pool {
  const connect = async (
    callback?: Parameters<pg.Pool['connect']>[0],
  ): Promise<pg.PoolClient | undefined> => {
    // The connection that listens: it hears of its loss by itself and is opened anew.
    if (callback) {
      pool.connect(callback)
      return undefined
    }
    const client = await pool.connect().catch(tryAgain)
    return over(client, 'query', (...args: unknown[]) => {
      const asked: unknown = Reflect.apply(client.query, client, args)
      return Promise.resolve(asked).catch(tryAgain)
    })
  }
  return over(pool, 'connect', connect)
}

function tryAgain(cause: Error): never {
  throw Object.assign(new Error(cause.message, { cause }), { code: TRY_AGAIN })
}

/** The same object with one method exchanged; the others keep their own `this`. */
function over<T extends object>(whole: T, name: keyof T & string, method: unknown): T {
  return new Proxy(whole, {
    get: (target, asked) => {
      if (asked === name) return method
      const found: unknown = Reflect.get(target, asked, target)
      return typeof found === 'function' ? found.bind(target) : found
    },
  })
}
