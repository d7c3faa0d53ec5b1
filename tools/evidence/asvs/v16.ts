import { type Chapter, met, notApplicable, operator } from '../requirement.ts'

const audit = 'apps/server/src/kernel/audit/audit.test.ts'
const refusals = 'tests/matrix/refusals.test.ts'
const codes = 'apps/server/src/kernel/auth/codes.test.ts'
const passwords = 'apps/server/src/kernel/auth/passwords.test.ts'
const logs = 'apps/server/src/kernel/http/logs.test.ts'

export const v16: Chapter = {
  title: 'V16 Security logging and error handling',
  requirements: [
    met(
      'V16.1.1',
      2,
      'What is logged is listed',
      'docs/operating.md: what is written down, where, for how long and who reads it.',
      `${logs}#holds no name, phone, token or network address`,
    ),
    met(
      'V16.2.1',
      2,
      'Who, what, when, where',
      'An audit entry has time, account, person, action, subject, reason and result.',
      `${refusals}#the record says which entries were refusals`,
    ),
    met(
      'V16.2.2',
      2,
      'One time in UTC',
      "The database's clock in UTC.",
      'apps/server/src/kernel/db/database.test.ts#are times as the API says them',
    ),
    met(
      'V16.2.3',
      2,
      'Logs go only where it is said',
      'Standard output and the audit tables.',
      `${logs}#is one JSON object a line`,
    ),
    met(
      'V16.2.4',
      2,
      'Logs can be read by machines',
      'One JSON a line.',
      `${logs}#is one JSON object a line`,
    ),
    met(
      'V16.2.5',
      2,
      'Sensitive data is not logged',
      'Method, route, status and time; of an error kind, code and place.',
      `${logs}#holds no name, phone, token or network address`,
    ),
    met(
      'V16.3.1',
      2,
      'Sign-ins are recorded',
      'Every try at every door is recorded, good or bad, also at a login or number that does not exist, and every proof.',
      `${passwords}#leaves an audit entry for success and failure`,
      `${codes}#leaves an audit entry for each try`,
    ),
    met(
      'V16.3.2',
      2,
      'Refusals are recorded',
      'Each look at a person or order that was refused, a few a minute.',
      `${refusals}#a look at another area’s order or person, and a reveal, are recorded`,
    ),
    met(
      'V16.3.3',
      2,
      'Attempts to get round are recorded',
      'Refusals and locks in the record, limits in log and figures.',
      `${refusals}#the same attempt again and again is one row`,
      'apps/server/src/kernel/http/hardening.test.ts#an account has its share wherever it comes from',
    ),
    met(
      'V16.3.4',
      2,
      'Unexpected errors are logged',
      'With kind, code and place.',
      `${logs}#says of an unexpected error what it was and where`,
      'apps/server/src/kernel/auth/senders/senders.test.ts#what goes wrong is thrown, and told to the operators',
    ),
    met(
      'V16.4.1',
      2,
      'No injection into logs',
      'JSON by its serializer; no text of people is logged.',
      `${logs}#takes no line that somebody wrote into a field`,
    ),
    met(
      'V16.4.2',
      2,
      'Logs cannot be changed',
      'The audit is append-only by grant and sealed into a chain.',
      `${audit}#cannot be changed by the application`,
      `${audit}#shows an entry changed, removed or slipped in by a superuser`,
    ),
    operator(
      'V16.4.3',
      2,
      'Logs leave the machine',
      "Standard output to the operator's collector; the audit goes with every backup.",
    ),
    met(
      'V16.5.1',
      2,
      'Errors say nothing of the inside',
      'A sentence and a code; five hundreds are all alike.',
      `${logs}#says of an unexpected error what it was and where`,
      'apps/server/src/kernel/http/routes.test.ts#that fails unforeseen says nothing of why',
    ),
    met(
      'V16.5.2',
      2,
      'The house goes on when others fail',
      'Channels are retried from the outbox; a killed database comes back.',
      'apps/server/src/kernel/postgres/recovery.test.ts#a killed server comes back on the same address',
      'apps/server/src/kernel/outbox/relay.test.ts#marks nothing that it could not hand on, and comes again',
    ),
    met(
      'V16.5.3',
      2,
      'It fails closed',
      'An error ends the transaction; without a scope nothing is seen.',
      'apps/server/src/kernel/db/database.test.ts#is not acknowledged when an error inside was swallowed',
      'tests/database/net.test.ts#is closed on a connection that was scoped before',
    ),
  ],
}

const noWebRtc = 'There is no WebRTC.'

export const v17: Chapter = {
  title: 'V17 WebRTC',
  requirements: [
    notApplicable('V17.1.1', 2, 'TURN addresses', noWebRtc),
    notApplicable('V17.2.1', 2, 'Keys of media servers', noWebRtc),
    notApplicable('V17.2.2', 2, 'Cipher suites of media', noWebRtc),
    notApplicable('V17.2.3', 2, 'Authentication of media streams', noWebRtc),
    notApplicable('V17.2.4', 2, 'Malformed media packets', noWebRtc),
    notApplicable('V17.3.1', 2, 'Floods at signalling', noWebRtc),
    notApplicable('V17.3.2', 2, 'Malformed signalling', noWebRtc),
  ],
}
