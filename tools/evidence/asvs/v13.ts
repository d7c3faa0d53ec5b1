import { type Chapter, met, open, operator } from '../requirement.ts'

const postgres = 'apps/server/src/kernel/postgres/startPostgres.test.ts'
const rules = 'tests/database/rules.test.ts'
const headers = 'apps/server/src/kernel/http/hardening.test.ts'
const generated = 'tests/database/generated.test.ts'

export const v13: Chapter = {
  title: 'V13 Configuration',
  requirements: [
    met(
      'V13.1.1',
      2,
      'What the house speaks with is written down',
      'docs/operating.md lists every way out; no address comes from what people write.',
      'apps/server/src/kernel/auth/doorSettings.test.ts#nothing is open but what is set',
    ),
    open(
      'V13.2.1',
      2,
      'Parts authenticate to each other',
      'Each part has an account of its own and gateways are asked by signed requests, but the passwords of the embedded database stay until somebody changes them; a server of one’s own may take certificates.',
      `${postgres}#gives the owner its database and the application neither ownership nor creation`,
      'apps/server/src/kernel/auth/senders/signatures.test.ts#Tencent Cloud, TC3',
    ),
    met(
      'V13.2.2',
      2,
      'With the least rights',
      'The role of requests owns nothing, may not change facts, and passes by no net.',
      `${rules}#the application owns nothing, is no superuser and passes by no net`,
      `${rules}#facts are added and never changed`,
    ),
    met(
      'V13.2.3',
      2,
      'No default credentials',
      'Passwords of the embedded database are made at its first start.',
      `${postgres}#keeps the passwords where only the owner reads them`,
    ),
    operator(
      'V13.2.4',
      2,
      'Outgoing connections by a list',
      'The house calls only addresses of its settings; docs/operating.md lists them for a firewall.',
      'apps/server/src/kernel/auth/doorSettings.test.ts#nothing is open but what is set',
    ),
    met(
      'V13.2.5',
      2,
      'The server loads only from where it may',
      'No address comes from input; static files from one folder.',
      'apps/server/src/kernel/uploads/http.test.ts#a storage key cannot leave its folder',
    ),
    operator(
      'V13.3.1',
      2,
      'Secrets are managed',
      'By the environment of the process, from whatever vault the operator has; the generated ones are 0600.',
      `${postgres}#keeps the passwords where only the owner reads them`,
    ),
    met(
      'V13.3.2',
      2,
      'Few may read secrets',
      'Files of 0600; secret columns are never answered.',
      'apps/server/src/kernel/crypto/crypto.test.ts#is made once, also by many processes at once, and read by nobody else',
    ),
    met(
      'V13.4.1',
      1,
      'No source control metadata is served',
      'Only the built screens are, from their own folder.',
      `${headers}#to a method or a file that is not meant is that it is not there`,
    ),
    met(
      'V13.4.2',
      2,
      'Debug modes are off',
      'Production refuses the demo; errors carry no stack.',
      'tests/matrix/demoRoom.test.ts#answer nothing in production even if somebody built them in',
    ),
    met(
      'V13.4.3',
      2,
      'No listings of folders',
      'Static files by their name only.',
      `${headers}#to a method or a file that is not meant is that it is not there`,
    ),
    met(
      'V13.4.4',
      2,
      'No TRACE',
      'Refused as a method that is not there.',
      `${headers}#to a method or a file that is not meant is that it is not there`,
    ),
    met(
      'V13.4.5',
      2,
      'Descriptions and monitoring are shown on purpose',
      'The description of the API is public on purpose; metrics need a token.',
      'apps/server/src/house/metricsPage.test.ts#are there for whoever brings the token, and for nobody else',
    ),
  ],
}

export const v14: Chapter = {
  title: 'V14 Data protection',
  requirements: [
    met(
      'V14.1.1',
      2,
      'Sensitive data is classified',
      'db/catalogue: each column has class, purpose, basis and retention.',
      `${generated}#every column of the database has an entry in the catalogue`,
    ),
    met(
      'V14.1.2',
      2,
      'Each class has its rules',
      'docs/data-catalogue.md and decision 0025.',
      `${generated}#what looks like a name, a phone, an address or a cipher is not filed as harmless`,
    ),
    met(
      'V14.2.1',
      1,
      'Nothing sensitive in addresses',
      'Phones, codes and tokens travel in bodies and cookies. The beginning of a name and words of an address that staff search for stand in the query: no log of ours has it, no-referrer keeps it in, and the proxy of docs/operating.md leaves it out.',
      'tests/input/addresses.test.ts#no address holds a phone, a code, a password or a token',
    ),
    met(
      'V14.2.2',
      2,
      'Nothing sensitive in caches on the way',
      'no-store on every answer with data, private on files.',
      `${headers}#with data is kept by nobody`,
    ),
    met(
      'V14.2.3',
      2,
      'Nothing goes to others',
      'No trackers, no foreign scripts or fonts; the policy of content allows none.',
      'tests/browser/hardening.test.ts#and nothing is fetched from elsewhere',
    ),
    met(
      'V14.2.4',
      2,
      'The rules of each class are kept',
      'Encryption, retention and erasure are driven by the catalogue and tested for each entry.',
      'tests/privacy/retention.test.ts#takes what is over, leaves what is not',
      'tests/database/protection.test.ts#how each secret column is made is said',
      'apps/server/src/kernel/http/logs.test.ts#holds no name, phone, token or network address',
    ),
    met(
      'V14.3.1',
      1,
      'Signed out means cleared',
      'Answers are not stored; signing out sends Clear-Site-Data, empties the page, and takes drafts and waiting commands away, drafts also without a network.',
      `${headers}#are taken back at signing out, and what the browser had kept with them`,
      'tests/browser/signOut.test.ts#signing out leaves nothing of the person on the phone',
      'tests/browser/signOut.test.ts#without a network it says that it did not',
    ),
    met(
      'V14.3.2',
      2,
      'Answers are not cached',
      'Cache-Control: no-store.',
      `${headers}#with data is kept by nobody`,
    ),
    open(
      'V14.3.3',
      2,
      "Nothing sensitive in the browser's storage",
      'A draft, and an order that waits for a network, stay on the person’s own device until they are sent or the person signs out: so nothing is lost, and somebody who takes the phone may read them.',
      'tests/browser/signOut.test.ts#signing out leaves nothing of the person on the phone',
    ),
  ],
}
