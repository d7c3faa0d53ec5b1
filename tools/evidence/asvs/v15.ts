import { type Chapter, met, person } from '../requirement.ts'

const headers = 'apps/server/src/kernel/http/hardening.test.ts'

export const v15: Chapter = {
  title: 'V15 Secure coding and architecture',
  requirements: [
    met(
      'V15.1.1',
      1,
      'When components are updated is written down',
      'SECURITY.md: known grave flaws that are reached within seven days, others within 30 or 90.',
    ),
    met(
      'V15.1.2',
      2,
      'Components are listed',
      'docs/security/sbom.cdx.json by `npm run sbom`; sources and checksums of the lockfile are checked at each test.',
      'tools/sbom/bill.test.ts#lists the packages of the lockfile, all of them and no other',
    ),
    met(
      'V15.1.3',
      2,
      'Costly functions are named',
      'docs/operating.md: exports, imports, search, pictures, with their limits and turns.',
      'apps/server/src/kernel/turns.test.ts#at most two work at once',
    ),
    person(
      'V15.2.1',
      1,
      'No component is past its time',
      "Looked at with each release; the registry's advisories are read by a person where the machine may not ask.",
    ),
    met(
      'V15.2.2',
      2,
      'Costly functions cannot stop the house',
      'Turns for pictures, bounds of lists and searches, limits by weight; long work is done in the background.',
      'apps/server/src/kernel/turns.test.ts#at most two work at once',
      `${headers}#a region has its share of all together`,
    ),
    met(
      'V15.2.3',
      2,
      'Production has no more than it needs',
      "The demo's operations are neither described nor answered.",
      'tests/matrix/demoRoom.test.ts#are absent in production',
    ),
    met(
      'V15.3.1',
      1,
      'Only the fields that are needed',
      'Answers are serialized by their schema; a field that is not in it does not leave.',
      'tests/matrix/matrix.test.ts#lets in whom the policy names, and tells them no more than is theirs',
    ),
    met(
      'V15.3.2',
      2,
      'Calls to others follow no redirect',
      'None follows any: senders, doors, single sign-on (by its library) and the storage bucket.',
      'apps/server/src/kernel/auth/senders/senders.test.ts#a redirect',
      'tests/backup/s3.test.ts#a redirect is not followed, whatever is asked',
    ),
    met(
      'V15.3.3',
      2,
      'No field is set that was not meant',
      'Schemas refuse unknown fields in every command.',
      'tests/matrix/massAssignment.test.ts#more than is asked for is refused and written nowhere',
    ),
    met(
      'V15.3.4',
      2,
      "The caller's address is true",
      'Taken from the proxy that TRUSTED_PROXY names, else from the connection.',
      `${headers}#behind a trusted proxy count the address that the proxy saw`,
      `${headers}#are not got round by a header that anybody can write`,
    ),
    met(
      'V15.3.5',
      2,
      'Types are strict',
      'TypeScript strict, schemas without coercion of bodies, === by lint.',
      'tests/input/badInput.test.ts#refuses wrong input with a sentence and writes nothing',
    ),
    met(
      'V15.3.6',
      2,
      'No pollution of prototypes',
      'Fastify refuses __proto__ in bodies, unknown fields are refused, and what is looked up by a word of somebody is a Map or its own keys.',
      'tests/input/badInput.test.ts#refuses wrong input with a sentence and writes nothing',
    ),
    met(
      'V15.3.7',
      2,
      'No pollution of parameters',
      'Each part has its schema; a repeated query field is refused.',
      'tests/input/addresses.test.ts#an address that asks the same twice, or what is not asked for, is refused',
    ),
  ],
}
