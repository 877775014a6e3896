// Component tests in one engine, straight from the TypeScript sources.
// test/browser.ts sets ENGINE; by hand: ENGINE=firefox wtr --config test/web-test-runner.config.mjs
import { join } from 'node:path'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { playwrightLauncher } from '@web/test-runner-playwright'
import { puppeteerLauncher } from '@web/test-runner-puppeteer'
import { webdriverLauncher } from '@web/test-runner-webdriver'
import { findBrowser } from './browsers.ts'
import { freePort } from './free-port.ts'
import { reporter } from './web-test-reporter.ts'
import { startWebKitDriver } from './webkit-driver.ts'

const rootDir = join(import.meta.dirname, '..')
const engine = process.env.ENGINE ?? 'chromium'
const found = findBrowser(engine)
if (!found) throw new Error(`${engine} is not on this machine. npm test installs it where it can.`)

// Neither UTC nor a whole number of hours away from it: wrong zones show.
process.env.TZ = 'Asia/Kolkata'

export default {
  rootDir,
  port: await freePort(),
  files: process.env.FILES?.split(',') ?? ['packages/elements/{src,test}/**/!(*.node).test.ts'],
  nodeResolve: true,
  plugins: [
    esbuildPlugin({ ts: true, tsconfig: join(rootDir, 'tsconfig.json'), target: 'esnext' }),
  ],
  browsers: [await launcher()],
  // Focus belongs to one window: only Playwright's Chromium gives every page its own.
  concurrency: engine === 'chromium' ? 2 : 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: 10_000 } },
  reporters: [reporter(engine)],
}

async function launcher() {
  const { executable: executablePath, by } = found
  if (engine === 'webkit' && by === 'system') {
    const { port, capabilities } = await startWebKitDriver(found)
    return webdriverLauncher({ hostname: '127.0.0.1', port, path: '/', capabilities })
  }
  if (engine === 'firefox' && by === 'system') {
    return puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath } })
  }
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking']
  return playwrightLauncher({
    product: engine,
    launchOptions: { executablePath, args: engine === 'chromium' ? args : [] },
  })
}
