import { Secret, TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import type { Sql } from 'sql-template-tag'
import sql from 'sql-template-tag'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import type { Row } from '../../apps/server/src/kernel/db/database.ts'
import { openTown, type Person } from '../../scenarios/kit/town.ts'
import { atDesk, type Desk } from './atDesk.ts'
import { launchBrowser, openPage, type PageSettings } from './browser.ts'

const STEP = 30_000

/** The code on somebody's authenticator. Each is good once: a second sign-in takes the one `later` steps on. */
export function codeOf(totpUri: string, later = 0): string {
  const secret = Secret.fromBase32(new URL(totpUri).searchParams.get('secret') ?? '')
  return new TOTP({ secret }).generate({ timestamp: Date.now() + later * STEP })
}

/** Fills the sign-in form and sends it; the status of the answer. */
export async function signIn(at: Desk, login: string, password: string, code: string): Promise<number> {
  await at.main.getByLabel('登录名').fill(login)
  await at.main.getByLabel('密码').fill(password)
  await at.main.getByRole('textbox', { name: '动态码' }).fill(code)
  return at.act('登录', /\/sign-in\/password/)
}

/** A town that listens, a browser beside it, and what its database holds. `map`: a browser that draws maps. */
export async function openOffice(
  wanted: { readonly map?: boolean; readonly environment?: Readonly<Record<string, string>> } = {},
) {
  const browser: Browser = await launchBrowser(wanted)
  const town = await openTown('xihu', true, wanted.environment)
  const rows = <T extends Row>(statement: Sql): Promise<T[]> =>
    town.house.db.read<T>(systemScope(1), statement)
  const count = async (statement: Sql): Promise<number> => (await rows<{ n: number }>(statement))[0]?.n ?? -1
  const person = (name: string): Person => {
    const found = town.people.get(name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found
  }
  return {
    browser,
    town,
    rows,
    count,
    person,
    audited: (action: string, reason?: string) =>
      count(sql`select count(*)::int as n from audit_entries where region_id = 1 and action = ${action}
        and reason is not distinct from ${reason ?? null}`),
    pathOf: async (name: string): Promise<string> => {
      const [area] = await rows<{ path: string }>(
        sql`select path from areas where region_id = 1 and name = ${name} and closed_at is null`,
      )
      if (!area) throw new Error(`there is no area ${name}`)
      return area.path
    },
    /** A desk of its own, signed in as somebody of the town or as nobody; a page sent to the printer says so on its root. */
    sitDown: async (name?: string, settings: PageSettings = { width: 1440, height: 1000 }): Promise<Desk> => {
      const page = await openPage(browser, settings)
      await page.addInitScript(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', '')
      })
      if (name)
        await page.context().addCookies([
          {
            name: 'linli_session',
            value: person(name).token,
            url: town.address,
            httpOnly: true,
            sameSite: 'Lax',
          },
        ])
      return atDesk(page, town.address)
    },
    close: async () => {
      await town.close()
      await browser.close()
    },
  }
}
export type Office = Awaited<ReturnType<typeof openOffice>>
