import { type Chapter, met, notApplicable, operator } from '../requirement.ts'

const headers = 'apps/server/src/kernel/http/hardening.test.ts'
const uploads = 'tests/input/uploads.test.ts'
const kept = 'apps/server/src/kernel/uploads/http.test.ts'
const photo = 'apps/server/src/kernel/uploads/photo.test.ts'

export const v04: Chapter = {
  title: 'V4 API and web service',
  requirements: [
    met(
      'V4.1.1',
      1,
      'Content-Type fits the content and names the charset',
      'Fastify writes it from what is sent; files carry the type they were written as.',
      `${headers}#says what a browser may do with it`,
      `${kept}#comes back to its uploader as what it is`,
    ),
    operator(
      'V4.1.2',
      2,
      'Only pages redirect to HTTPS',
      'TLS ends at the proxy; the configuration in docs/operating.md leads pages to https and refuses the API on plain HTTP.',
    ),
    met(
      'V4.1.3',
      2,
      'Headers of proxies cannot be forged',
      'Forwarded headers are not believed unless TRUSTED_PROXY names who may send them.',
      `${headers}#are not got round by a header that anybody can write`,
      `${headers}#behind a trusted proxy count the address that the proxy saw`,
    ),
    met(
      'V4.2.1',
      2,
      'Messages end where HTTP says',
      "Node's parser in strict mode; the proxy is the operator's.",
      `${headers}#needs a message that ends in one way only`,
    ),
    notApplicable('V4.3.1', 2, 'Cost of GraphQL queries', 'There is no GraphQL.'),
    notApplicable('V4.3.2', 2, 'GraphQL introspection', 'There is no GraphQL.'),
    notApplicable(
      'V4.4.1',
      1,
      'WebSocket over TLS',
      'Live pages use server-sent events, which are ordinary requests.',
    ),
    notApplicable('V4.4.2', 2, 'Origin of a WebSocket', 'There are no WebSockets.'),
    notApplicable('V4.4.3', 2, 'Tokens of a WebSocket', 'There are no WebSockets.'),
    notApplicable('V4.4.4', 2, 'Start of a WebSocket session', 'There are no WebSockets.'),
  ],
}

export const v05: Chapter = {
  title: 'V5 File handling',
  requirements: [
    met(
      'V5.1.1',
      2,
      'Kinds and sizes of files are written down',
      'docs/operating.md: kinds, sizes, unpacked sizes and what becomes of each; OpenAPI lists the operations.',
      `${uploads}#%s refuses %s`,
    ),
    met(
      'V5.2.1',
      1,
      'Only sizes that can be borne',
      'The reader stops at the limit; a picture is refused by its stated size before it is decoded.',
      `${photo}#over 50 megapixels or 10 MB is refused before it is decoded`,
      `${uploads}#%s refuses %s`,
    ),
    met(
      'V5.2.2',
      1,
      'Content is what it says',
      'Kind by the first bytes; photos are decoded and written anew, sheets are parsed and must fit their ending, voice is known by its container.',
      `${photo}#is known by its bytes, whatever it calls itself`,
      `${photo}#that is cut off or hollow is refused with words`,
      'apps/server/src/rooms/places/actions/importRegister.test.ts#a picture named .xlsx',
    ),
    met(
      'V5.2.3',
      2,
      'Archives are measured before they are opened',
      'A spreadsheet is an archive: at most 500 members, unpacked within 96 MB and stopped there, whatever it says of its own sizes.',
      'apps/server/src/rooms/places/actions/importRegister.test.ts#a zip bomb',
      `${uploads}#a spreadsheet that unpacks to 200 megabytes`,
    ),
    met(
      'V5.3.1',
      1,
      'Uploads are never run',
      'They lie outside the served folder under made-up names and are answered as image or sound.',
      `${kept}#lies on disk for the server alone, under no name of its sender`,
    ),
    met(
      'V5.3.2',
      1,
      'Paths are made by us',
      'A storage key is made of an id; a key that leaves its folder is refused.',
      `${kept}#a storage key cannot leave its folder`,
    ),
    met(
      'V5.4.1',
      2,
      'Names sent with files are ignored',
      'A photo is kept without its name; downloads are named by us in Content-Disposition.',
      `${uploads}#a photo is kept without its name`,
    ),
    met(
      'V5.4.2',
      2,
      'Names of downloads are encoded',
      'filename* after RFC 6266, percent-encoded, from names of our own.',
    ),
    operator(
      'V5.4.3',
      2,
      'Known bad content is not passed on',
      'No scanner is built in. Photos are drawn anew and sheets only read; voice is kept as it came and answered as sound. Where a scanner is asked for it stands at the storage (docs/operating.md).',
      `${photo}#keeps the picture and nothing else`,
    ),
  ],
}
