import { type Chapter, met, notApplicable, open, operator, person } from '../requirement.ts'

const crypto = 'apps/server/src/kernel/crypto/crypto.test.ts'
const sm = 'apps/server/src/kernel/crypto/smSuite.test.ts'
const protection = 'tests/database/protection.test.ts'
const rotation = 'tests/keys/rotation.test.ts'

export const v11: Chapter = {
  title: 'V11 Cryptography',
  requirements: [
    met(
      'V11.1.1',
      2,
      'Keys have a policy and a life',
      'docs/operating.md and decision 0028: who holds which key, how it is changed, when the old one goes.',
      `${rotation}#keys change while people sign in`,
    ),
    met(
      'V11.1.2',
      2,
      'Keys and algorithms are listed',
      'db/catalogue/protection.ts says of each secret column how it is made; decision 0028 and docs/operating.md list keys and algorithms.',
      `${protection}#how each secret column is made is said`,
    ),
    met(
      'V11.2.1',
      2,
      'Kept implementations',
      "OpenSSL by node:crypto, argon2 by its Rust library, age by its author's.",
      `${protection}#ciphers, keyed hashes and signatures come from the provider alone`,
    ),
    met(
      'V11.2.2',
      2,
      'Algorithms can be changed',
      'Key id and algorithm stand in each value; a change of algorithm is a change of keys.',
      `${rotation}#to the national algorithms is a change of keys like any other`,
    ),
    met(
      'V11.2.3',
      2,
      '128 bits of security',
      'AES-256, SHA-256, 256-bit keys; SM4 has 128.',
      `${crypto}#key and algorithm stand in the value`,
    ),
    met(
      'V11.3.1',
      1,
      'No ECB, no weak padding',
      'AES-256-GCM, or SM4-CTR with HMAC-SM3.',
      `${crypto}#a field comes back, and looks different each time`,
      `${sm}#a field comes back, names key and algorithm`,
    ),
    met(
      'V11.3.2',
      1,
      'Approved ciphers only',
      'As above; what is missing is refused, never replaced.',
      `${sm}#a Node without the algorithms is refused with their names`,
    ),
    met(
      'V11.3.3',
      2,
      'Ciphers are authenticated',
      "GCM, or encrypt then MAC; the field's place is bound.",
      `${crypto}#each changed part, another field and another key are refused`,
      `${sm}#every changed bit, another field and another key are refused`,
    ),
    met(
      'V11.4.1',
      1,
      'Approved hashes',
      'SHA-256, SM3, argon2id. SHA-1 only inside one-time codes (RFC 6238) and the form of breached lists.',
      `${protection}#ciphers, keyed hashes and signatures come from the provider alone`,
    ),
    met(
      'V11.4.2',
      2,
      'Passwords by a slow hash',
      'argon2id, 19 MiB, two passes (OWASP).',
      'apps/server/src/kernel/auth/passwords.test.ts#keeps the password as argon2id and the second factor encrypted',
    ),
    met(
      'V11.4.3',
      2,
      'Hashes for integrity of 256 bits',
      'SHA-256 or SM3.',
      'apps/server/src/kernel/audit/audit.test.ts#shows each kind of change of a fact',
    ),
    notApplicable('V11.4.4', 2, 'Keys from passwords are stretched', 'No key is made of a password.'),
    open(
      'V11.5.1',
      2,
      'Unguessable values have 128 bits from a secure generator',
      'Sessions, tickets and keys have 256 bits from node:crypto. First passwords (99 bits, three days, five tries), printed addresses (69) and codes that people type have fewer.',
      'apps/server/src/kernel/auth/sessions.test.ts#is found by its token only, which is not stored',
    ),
    met(
      'V11.6.1',
      2,
      'Key pairs are made and used soundly',
      'Only passkeys and age have any, by their libraries; SM2 is not offered, since Node signs something else.',
      `${sm}#what Node signs with an SM2 key is plain ECDSA over SM3, not SM2`,
      `${sm}#the provider has no signature to offer`,
    ),
  ],
}

export const v12: Chapter = {
  title: 'V12 Secure communication',
  requirements: [
    operator('V12.1.1', 1, 'TLS 1.2 and 1.3 only', 'At the proxy: docs/operating.md has a configuration.'),
    operator('V12.1.2', 2, 'Recommended cipher suites', 'At the proxy.'),
    notApplicable('V12.1.3', 2, 'Client certificates', 'None are used.'),
    operator(
      'V12.2.1',
      1,
      'TLS for all that comes from outside',
      'At the proxy; in production cookies are Secure and HSTS is sent, so that a page without TLS signs nobody in.',
      'apps/server/src/kernel/http/hardening.test.ts#says what a browser may do with it',
    ),
    operator('V12.2.2', 1, 'Publicly trusted certificates', 'At the proxy.'),
    operator(
      'V12.3.1',
      2,
      'Encryption on every connection',
      'The embedded database listens on the loopback alone; an own server takes sslmode in DATABASE_URL; gateways and single sign-on are https, mail is TLS or nothing.',
      'apps/server/src/kernel/auth/senders/senders.test.ts#a server elsewhere that offers no TLS gets neither the password nor the code',
      'apps/server/src/kernel/postgres/startPostgres.test.ts#runs durable, in UTC, with checksums and one locale, on the loopback alone',
    ),
    met(
      'V12.3.2',
      2,
      'Certificates of others are checked',
      "Node's default for https, mail and databases with sslmode; nowhere turned off.",
    ),
    operator(
      'V12.3.3',
      2,
      'TLS between internal HTTP services',
      'There is one process; between proxy and house on one machine it is the loopback, else docs/operating.md asks for encryption.',
    ),
    person(
      'V12.3.4',
      2,
      'Trusted certificates inside',
      'Where proxy and house stand apart, whoever installs them decides.',
    ),
  ],
}
