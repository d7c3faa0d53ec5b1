import type { FastifyInstance, FastifyReply } from 'fastify'
import type { GatewaySettings } from '../../../kernel/gateways/settings.ts'
import { hear } from '../actions/hear.ts'
import type { DeviceNeeds } from '../needs.ts'
import { readReport } from './message.ts'
import { isSigned } from './signature.ts'

const BODY_BYTES = 64 * 1024
const MOST_MESSAGES = 100

/**
 * `POST /hooks/devices/:gateway`: messages of a gateway, signed over the very bytes that were sent. Outside the API of
 * people: there is no session, and nobody without the key learns what is here. Answered after everything is committed;
 * whoever gets no answer sends all of it again, and each message counts once.
 */
export function addDeviceWebhook(
  app: FastifyInstance,
  needs: DeviceNeeds,
  gateways: GatewaySettings['gateways'],
): void {
  if (gateways.size === 0) return
  void app.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_BYTES }, (_request, body, done) => {
      done(null, body)
    })
    door.post<{ Params: { gateway: string } }>(
      '/hooks/devices/:gateway',
      { bodyLimit: BODY_BYTES },
      async (request, reply) => {
        const gateway = gateways.get(request.params.gateway)
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const said = (name: string): string => String(request.headers[name] ?? '')
        const signed = {
          timestamp: said('x-linli-timestamp'),
          signature: said('x-linli-signature').replace(/^sha256=/, ''),
          body,
        }
        if (!gateway || !isSigned(gateway.secret, signed, Date.now())) return refused(reply, 401, 'signature')
        const messages = messagesOf(body)
        if (!messages) return refused(reply, 400, 'body')
        const results: string[] = []
        for (const each of messages) {
          const message = readReport(gateway.region, each)
          results.push(message ? await hear(needs, message, 'webhook') : 'unreadable')
        }
        return reply.send({ results })
      },
    )
  })
}

const refused = (reply: FastifyReply, status: number, what: string): FastifyReply =>
  reply
    .code(status)
    .type('application/problem+json')
    .send({ status, code: `devices.${what}` })

/** The list of messages, each still to be read; undefined for a body that is none. */
function messagesOf(body: Buffer): readonly unknown[] | undefined {
  try {
    const { messages } = (JSON.parse(body.toString('utf8')) ?? {}) as { messages?: unknown }
    return Array.isArray(messages) && messages.length <= MOST_MESSAGES ? messages : undefined
  } catch {
    return undefined
  }
}
