import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from './findBrowser.ts'

export interface PageSettings {
  /** CSS pixels. */
  width?: number
  height?: number
  /** Root size that the person chose on this device, CSS pixels; 26 and 30 are the elder mode. */
  typeSize?: 18 | 22 | 26 | 30
  locale?: 'zh-CN' | 'en'
  deviceScaleFactor?: 1 | 2
}

const NO_GPU = '--disable-gpu'
/** A map needs WebGL, drawn by the processor where there is nothing else. */
const WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']

/** Starts a headless browser; close it when done. `map`: one that draws maps, and is slower. */
export async function launchBrowser({ map = false } = {}): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser()
  const drawing = map ? [...args.filter((arg) => arg !== NO_GPU), ...WEBGL] : args
  return chromium.launch({ executablePath, args: drawing, env })
}

/**
 * Opens an empty page of a fresh device: nothing kept on it but type size and language, clock of Shanghai.
 * Closing its context (`page.context().close()`) forgets the device.
 */
export async function openPage(browser: Browser, settings: PageSettings = {}): Promise<Page> {
  const { width = 390, height = 844, typeSize = 18, locale = 'zh-CN', deviceScaleFactor = 1 } = settings
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor,
    locale,
    timezoneId: 'Asia/Shanghai',
  })
  await context.addInitScript(
    (kept) => {
      // Frames without an origin have no storage; and what the person changes later must survive the next page.
      if (location.protocol !== 'http:') return
      for (const [name, value] of Object.entries(kept))
        if (localStorage.getItem(name) === null) localStorage.setItem(name, JSON.stringify(value))
    },
    { 'linli.typeSize': typeSize, 'linli.language': locale === 'en' ? 'en' : 'zh' },
  )
  return context.newPage()
}
