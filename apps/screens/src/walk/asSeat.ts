import { address } from '../kit/address.ts'
import { API_PREFIX } from '../kit/api.ts'
import { type Answer, awaitRoute, type Input, type LooseInput, type OperationOf } from '../kit/endpoints.ts'
import { problemFrom } from '../kit/failure.ts'
import { currentLanguage } from '../kit/language.ts'

const SENTENCE = '这一步没有办成，请稍后再试。 That did not work; please try again.'

const headersOf = (token: string | undefined): Record<string, string> => ({
  'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
  ...(token ? { authorization: `Bearer ${token}` } : {}),
})

/**
 * Calls an operation as the person of a seat. This page watches over several people at once, so each call says whose it
 * is and no cookie is sent.
 * @throws Problem when the server refuses
 */
export async function callAs<O extends OperationOf<'read' | 'session'>>(
  token: string | undefined,
  operation: O,
  input: Input<O>,
): Promise<Answer<O>> {
  const { params, query, body } = input as LooseInput // the parts that every Input has
  const [, method, path] = await awaitRoute(operation)
  const headers = headersOf(token)
  if (body !== undefined) headers['content-type'] = 'application/json'
  const response = await fetch(API_PREFIX + address(path, params, query), {
    method,
    headers,
    credentials: 'omit',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw problemFrom(response.status, answer, SENTENCE)
  return answer as Answer<O> // the server answers by the same contract
}

/** The bytes of a photo that the seat may see. */
export async function photoAs(token: string, id: string): Promise<Blob> {
  const [, , path] = await awaitRoute('getFile')
  const response = await fetch(API_PREFIX + address(path, { id }), {
    headers: headersOf(token),
    credentials: 'omit',
  })
  if (!response.ok) throw problemFrom(response.status, undefined, SENTENCE)
  return response.blob()
}
