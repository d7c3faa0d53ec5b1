import { endpoints } from '../endpoint.ts'
import { Type } from '../schema.ts'
import * as shapes from './shapes.ts'

/**
 * What is published as feeds, and keys of other systems. The door they open is no operation of this API: its addresses, parameters and answers are those
 * of Open311 GeoReport v2, under /open311.
 */
export const open311Endpoints = endpoints({
  shownRss: {
    kind: 'read',
    method: 'GET',
    path: '/feeds/shown.xml',
    summary: { zh: '晒单墙（RSS）', en: 'Published orders as RSS' },
    query: shapes.FeedQuery,
    response: Type.String(),
    file: 'application/rss+xml; charset=utf-8',
  },
  shownJsonFeed: {
    kind: 'read',
    method: 'GET',
    path: '/feeds/shown.json',
    summary: { zh: '晒单墙（JSON Feed）', en: 'Published orders as JSON Feed' },
    query: shapes.FeedQuery,
    response: Type.String(),
    file: 'application/feed+json; charset=utf-8',
  },
  listApiKeys: {
    kind: 'read',
    method: 'GET',
    path: '/api-keys',
    summary: { zh: '接口钥匙', en: 'Keys of other systems' },
    response: shapes.ApiKeys,
  },
  issueApiKey: {
    kind: 'session', // a key in clear is never kept with the command
    method: 'POST',
    path: '/api-keys',
    summary: { zh: '发一把接口钥匙', en: 'Issue a key to another system' },
    body: shapes.IssueApiKeyBody,
    response: shapes.IssuedApiKey,
    status: 201,
  },
  revokeApiKey: {
    kind: 'command',
    method: 'POST',
    path: '/api-keys/:id/revoke',
    summary: { zh: '停用接口钥匙', en: 'Revoke a key' },
    params: shapes.ApiKeyParams,
    body: shapes.RevokeApiKeyBody,
    response: shapes.ApiKeyResult,
  },
})
