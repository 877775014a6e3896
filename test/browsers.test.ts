import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engines, findBrowser, installation, mustHaveAll, type Machine } from './browsers.ts'

const machine = (platform: string, files: string[], path = ''): Machine => ({
  platform,
  path,
  exists: (file) => files.includes(file),
  ownBuild: (engine) => `/cache/${engine}`,
})
const bare = machine('linux', ['/usr/bin/apt-get'])

test('a bare machine has no engine', () => {
  for (const engine of engines) assert.equal(findBrowser(engine, bare), undefined)
})

test('what Debian installs is found without a PATH', () => {
  const debian = machine('linux', [
    '/usr/bin/chromium',
    '/usr/bin/firefox-esr',
    '/usr/bin/WebKitWebDriver',
    '/usr/bin/Xvfb',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ])

  assert.equal(findBrowser('chromium', debian)?.executable, '/usr/bin/chromium')
  assert.equal(findBrowser('firefox', debian)?.executable, '/usr/bin/firefox-esr')
  assert.deepEqual(findBrowser('webkit', debian), {
    engine: 'webkit',
    by: 'system',
    executable: '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    driver: '/usr/bin/WebKitWebDriver',
    display: '/usr/bin/Xvfb',
  })
})

test('the engine of Chromium alone comes before the browser, except where the whole is needed', () => {
  const both = machine('linux', ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'])

  assert.equal(findBrowser('chromium', both)?.executable, '/usr/bin/chromium-headless-shell')
  assert.equal(findBrowser('chromium', both, true)?.executable, '/usr/bin/chromium')
})

test('WebKit without a virtual display is not there', () => {
  const half = machine('linux', [
    '/usr/bin/WebKitWebDriver',
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ])

  assert.equal(findBrowser('webkit', half), undefined)
})

test('folders of the PATH are searched', () => {
  const odd = machine('linux', ['/opt/browsers/google-chrome'], '/nowhere:/opt/browsers')

  assert.equal(findBrowser('chromium', odd)?.executable, '/opt/browsers/google-chrome')
})

test('Playwright’s own builds are found on any platform', () => {
  const mac = machine('darwin', ['/cache/webkit'])

  assert.deepEqual(findBrowser('webkit', mac), {
    engine: 'webkit',
    by: 'playwright',
    executable: '/cache/webkit',
  })
})

test('root on Debian installs packages, anyone else Playwright’s builds', () => {
  const [update, install] = installation(['webkit'], bare, true)
  const [download] = installation(['webkit'], bare, false)

  assert.deepEqual(update?.slice(0, 2), ['apt-get', 'update'])
  for (const name of ['webkit2gtk-driver', 'xvfb']) assert.ok(install?.includes(name), name)
  assert.deepEqual(download?.slice(2), ['install', 'webkit'])
  assert.deepEqual(installation([], bare, true), [])
})

test('a missing engine is a failure in CI alone', () => {
  assert.equal(mustHaveAll({ CI: 'true' }), true)
  assert.equal(mustHaveAll({ CI: 'false' }), false)
  assert.equal(mustHaveAll({}), false)
})
