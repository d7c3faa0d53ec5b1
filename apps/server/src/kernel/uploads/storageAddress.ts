/** An S3-compatible bucket with what opens it. */
export type BucketAddress = {
  /** Scheme, host, perhaps port, and the bucket as the path. */
  readonly endpoint: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** What the keys begin with, empty or ending in a slash. */
  readonly prefix: string
}

/**
 * Reads `https://KEY:SECRET@s3.example.cn/bucket/prefix?region=cn-east-1`; key and secret percent-encoded where they hold
 * `/`, `@`, `:` or `?`.
 * @returns undefined when the text is no such address
 */
export function bucketAddress(text: string): BucketAddress | undefined {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol) || !url.username || !url.password) return undefined
  const [bucket, ...folders] = url.pathname.split('/').filter(Boolean)
  if (!bucket) return undefined
  return {
    endpoint: `${url.origin}/${bucket}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    prefix: folders.map((folder) => `${folder}/`).join(''),
  }
}
