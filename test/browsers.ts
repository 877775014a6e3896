// Finds the three browser engines on this machine and installs missing ones where that is possible.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import playwright from 'playwright-core'

export const engines = ['chromium', 'firefox', 'webkit'] as const
export type Engine = (typeof engines)[number]

/** An engine that can be started: Playwright's own build, or what the system ships. */
export type Found =
  | { engine: Engine; by: 'playwright'; executable: string }
  | { engine: 'chromium' | 'firefox'; by: 'system'; executable: string }
  | { engine: 'webkit'; by: 'system'; executable: string; driver: string; display: string }

/** The machine as discovery sees it; a test passes a made-up one. */
export type Machine = {
  platform: string
  path: string
  exists: (file: string) => boolean
  ownBuild: (engine: Engine) => string
}

export const thisMachine: Machine = {
  platform: process.platform,
  path: process.env.PATH ?? '',
  exists: existsSync,
  ownBuild: (engine) => playwright[engine].executablePath(),
}

/** The engine of Chromium without the browser: for each page it takes less of a processor. */
const headlessShell = 'chromium-headless-shell'

const commands = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
}

const applications = {
  chromium: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  firefox: '/Applications/Firefox.app/Contents/MacOS/firefox',
}

const miniBrowsers = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
]

const debianPackages = [
  ...['chromium', headlessShell, 'firefox-esr', 'webkit2gtk-driver', 'xvfb'],
  ...['fonts-dejavu-core', 'fonts-noto-core'],
]

/** Finds an engine; a `whole` browser also keeps pages for Back. */
export function findBrowser(
  engine: Engine,
  machine = thisMachine,
  whole = false,
): Found | undefined {
  const onPath = (names: string[]) =>
    ['/usr/bin', ...machine.path.split(delimiter)]
      .flatMap((folder) => names.map((name) => join(folder, name)))
      .find(machine.exists)

  if (machine.exists(machine.ownBuild(engine))) {
    return { engine, by: 'playwright', executable: machine.ownBuild(engine) }
  }
  if (engine === 'webkit') {
    const executable = miniBrowsers.find(machine.exists)
    const driver = onPath(['WebKitWebDriver'])
    const display = onPath(['Xvfb'])
    if (!executable || !driver || !display) return undefined
    return { engine, by: 'system', executable, driver, display }
  }
  const application = machine.platform === 'darwin' ? [applications[engine]] : []
  const alone = engine === 'chromium' && !whole ? onPath([headlessShell]) : undefined
  const executable = alone ?? application.find(machine.exists) ?? onPath(commands[engine])
  return executable === undefined ? undefined : { engine, by: 'system', executable }
}

/** The shell commands that put the missing engines on a machine, or none if nothing can. */
export function installation(missing: readonly Engine[], machine = thisMachine, root = isRoot()) {
  if (missing.length === 0) return []
  if (machine.platform === 'linux' && machine.exists('/usr/bin/apt-get') && root) {
    return [
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-qy', '--no-install-recommends', ...debianPackages],
    ]
  }
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js')
  return [[process.execPath, cli, 'install', ...missing]]
}

/** Installs what is missing of the wanted engines and returns those that are there then. */
export function provideBrowsers(wanted: readonly Engine[]): Found[] {
  const missing = wanted.filter((engine) => !findBrowser(engine, thisMachine, true))
  for (const [command = '', ...args] of installation(missing)) {
    console.log(`Installing ${missing.join(', ')}: ${command} ${args.join(' ')} …`)
    try {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      execFileSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    } catch (error) {
      console.log(`That did not work: ${error instanceof Error ? error.message : error}`)
      break
    }
  }
  return wanted.flatMap((engine) => findBrowser(engine) ?? [])
}

/** Whether an engine that is not there is a failure (in CI) or a reported skip (on a laptop). */
export function mustHaveAll(env: Record<string, string | undefined> = process.env): boolean {
  return env.CI !== undefined && env.CI !== '' && env.CI !== 'false' && env.CI !== '0'
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}
