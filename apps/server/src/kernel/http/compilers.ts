import Fastify, { type FastifyInstance } from 'fastify'

const AJV = {
  customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true, useDefaults: true },
} as const

type Compilers = {
  readonly validator: NonNullable<FastifyInstance['validatorCompiler']>
  readonly serializer: NonNullable<FastifyInstance['serializerCompiler']>
}
let kept: Promise<Compilers> | undefined

/**
 * The web server's compilers of schemas, one pair for all servers of this process: a contract's schema is one object for
 * as long as the process lives, so that a further server compiles nothing again. One server alone gains nothing by it; a
 * run of tests that opens hundreds does. What is compiled keeps no state beyond the errors of the call just made.
 */
export function compilers(): Promise<Compilers> {
  kept ??= openCompilers()
  return kept
}

/** A server makes its compilers when it meets a schema; this one is for nothing else. */
async function openCompilers(): Promise<Compilers> {
  const app = Fastify({ ajv: AJV })
  const schema = { querystring: { type: 'object' }, response: { 200: { type: 'object' } } }
  app.get('/', { schema }, async () => ({}))
  await app.ready()
  const { validatorCompiler, serializerCompiler } = app
  await app.close()
  if (!validatorCompiler || !serializerCompiler) throw new Error('the web server has made no compilers')
  const serializers = new WeakMap<object, ReturnType<typeof serializerCompiler>>()
  return {
    validator: validatorCompiler, // keeps what it has compiled by the schema's object
    serializer: (route) => {
      const known = serializers.get(route.schema as object)
      if (known) return known
      const made = serializerCompiler(route)
      serializers.set(route.schema as object, made)
      return made
    },
  }
}
