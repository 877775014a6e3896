// Opens the browsers that Playwright can drive on this machine, for tests of whole pages.
import { describe, test } from 'node:test'
import { chromium, firefox, webkit, type Browser, type LaunchOptions } from 'playwright-core'
import { findBrowser, mustHaveAll, thisMachine, type Engine } from '../browsers.ts'

/** WebKitGTK speaks only WebDriver: there the component tests cover the engine. */
const drivable = (engine: Engine) => engine !== 'webkit' || findBrowser(engine)?.by !== 'system'

/** Opens an engine, or a whole browser; whoever opens it closes it. */
export async function openBrowser(
  engine: Engine = 'chromium',
  { whole = false, ...more }: LaunchOptions & { whole?: boolean } = {},
): Promise<Browser> {
  const found = findBrowser(engine, thisMachine, whole)
  if (!found)
    throw new Error(`${engine} is not on this machine. npm test installs it where it can.`)
  const { executable: executablePath, by } = found
  if (engine === 'webkit') return webkit.launch({ executablePath })
  if (engine === 'chromium')
    return chromium.launch({ executablePath, args: ['--no-sandbox'], ...more })
  if (by === 'playwright') return firefox.launch({ executablePath })
  const browser = await firefox.launch({ executablePath, channel: 'moz-firefox' })
  overlookMediaFeatures(browser)
  return browser
}

/** Defines the same tests for each engine; one that is missing is a skip, in CI a failure. */
export function inEachEngine(define: (open: () => Promise<Browser>, engine: Engine) => void) {
  for (const engine of ['chromium', 'firefox', 'webkit'] as const) {
    if (!drivable(engine)) continue
    if (findBrowser(engine)) {
      describe(engine, () => define(() => openBrowser(engine), engine))
    } else {
      const reason = `${engine} is not on this machine`
      test(reason, { skip: mustHaveAll() ? false : reason }, () => {
        throw new Error(reason)
      })
    }
  }
}

type Session = { send: (method: string, ...rest: unknown[]) => Promise<unknown> }

/** Playwright sets media features by a command that released Firefox does not know yet. */
function overlookMediaFeatures(browser: Browser) {
  const inside = browser as unknown as {
    _connection: { toImpl: (object: Browser) => { _browserSession: Session } }
  }
  const session: Session = Object.getPrototypeOf(inside._connection.toImpl(browser)._browserSession)
  const { send } = session
  session.send = function (method, ...rest) {
    if (method === 'emulation.setMediaFeaturesOverride') return Promise.resolve({})
    return send.call(this, method, ...rest)
  }
}
