import type { Endpoint } from '@linli/contract'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import type { By } from './takeStep.ts'

/** A person's step, with the version the sender saw and the idempotency record. */
export function byRequest(
  request: Pick<HandlerRequest<Endpoint>, 'me' | 'remember'> & { readonly body: unknown },
): By {
  const body = request.body as { version?: number } | undefined // validated by the contract; claiming sends none
  return {
    actor: request.me,
    version: body?.version,
    remember: (result) => request.remember(result as never),
  }
}
