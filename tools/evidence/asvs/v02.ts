import { type Chapter, met } from '../requirement.ts'

const bad = 'tests/input/badInput.test.ts'

export const v02: Chapter = {
  title: 'V2 Validation and business logic',
  requirements: [
    met(
      'V2.1.1',
      1,
      'Rules for the shape of input are written down',
      'The contract is the document: each field with its bounds in OpenAPI at /api/openapi.json.',
      'apps/server/src/kernel/http/openapi.test.ts#a command carries its address, its body, the policy row',
      `${bad}#every text of every input has a bound`,
    ),
    met(
      'V2.1.2',
      2,
      'Rules between fields are written down',
      'The table of transitions names the guards of each step; docs/lifecycle.md is made of it.',
      'tools/lifecycle/page.test.ts#docs/lifecycle.md is as fresh as the table',
    ),
    met(
      'V2.1.3',
      2,
      'Limits of use are written down',
      'Quotas, days and stock stand in the preset of the place; limits of requests, codes and uploads in docs/operating.md.',
      'tests/orders/loop.test.ts#never lets one helper pass the quota',
    ),
    met(
      'V2.2.1',
      1,
      'Input is checked against what is expected',
      'Every operation has a schema; unknown fields are refused; words are checked against vocabularies.',
      `${bad}#refuses wrong input with a sentence and writes nothing`,
      'apps/server/src/kernel/http/fieldErrors.test.ts#tells every field at once, each field once',
    ),
    met(
      'V2.2.2',
      1,
      'The server checks, whatever the page did',
      'Screens check for comfort only; the tests of bad input speak to the server directly.',
      `${bad}#refuses wrong input with a sentence and writes nothing`,
    ),
    met(
      'V2.2.3',
      2,
      'Related fields fit each other',
      'Guards and constraints: item, place, photo and contact are judged together.',
      'tests/orders/loop.test.ts#refuses a stale version, a wrong state, a stranger',
    ),
    met(
      'V2.3.1',
      1,
      'Steps come in their order',
      'A step is possible only from the states of its row, and only on the version that was seen.',
      'tests/orders/lifecycle.property.test.ts#keeps the invariants of the lifecycle',
      'tests/orders/loop.test.ts#refuses a stale version, a wrong state, a stranger',
    ),
    met(
      'V2.3.2',
      2,
      'Limits of the business hold',
      'Quota, stock, limits by day and points are decided by one conditional write.',
      'tests/orders/loop.test.ts#never lets one helper pass the quota',
    ),
    met(
      'V2.3.3',
      2,
      'All or nothing',
      'A command is one transaction; each of its statements was made to fail in turn.',
      'apps/server/src/kernel/db/database.test.ts#keeps nothing when its work throws',
      'tests/durability/statements.test.ts#keeps nothing of a command whose statement or connection failed',
    ),
    met(
      'V2.3.4',
      2,
      'Nothing scarce is given twice',
      'Claim, stock and redemption are conditional updates; raced by many over two instances.',
      'tests/orders/loop.test.ts#has exactly one winner when many helpers press at once',
      'tests/durability/instances.test.ts#%s has one winner',
    ),
    met(
      'V2.4.1',
      2,
      'Machines cannot call without end',
      'Points a minute by account, address and region, costly operations weigh more (decision 0026); codes by phone and region.',
      'apps/server/src/kernel/http/hardening.test.ts#an account has its share wherever it comes from',
      'apps/server/src/kernel/http/hardening.test.ts#a region has its share of all together',
      'apps/server/src/kernel/auth/codes.test.ts#ten a day',
    ),
  ],
}
