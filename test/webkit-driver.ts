// Starts WebKitGTK's driver on a virtual display. Both end with the process that asked for them.
import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Readable } from 'node:stream'
import type { Found } from './browsers.ts'
import { freePort } from './free-port.ts'

export type WebKitDriver = { port: number; capabilities: Record<string, unknown>; stop: () => void }
type SystemWebKit = Extract<Found, { engine: 'webkit'; by: 'system' }>

export async function startWebKitDriver(found: SystemWebKit): Promise<WebKitDriver> {
  const screen = ['-screen', '0', '1280x1024x24', '-nolisten', 'tcp']
  const display = spawn(found.display, ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await firstLine(display.stdio[3] as Readable, 'Xvfb')
  const port = await freePort()
  const driver = spawn(found.driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${number}`,
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    },
  })
  const stop = () => {
    driver.kill()
    display.kill()
  }
  process.once('exit', stop)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
  await ready(`http://127.0.0.1:${port}/status`)
  return { port, stop, capabilities: capabilities(found.executable) }
}

function capabilities(binary: string) {
  return {
    browserName: 'MiniBrowser',
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  }
}

async function firstLine(stream: Readable, name: string): Promise<string> {
  let text = ''
  for await (const chunk of stream) {
    text += chunk
    if (text.includes('\n')) return text.trim()
  }
  throw new Error(`${name} ended before it was ready. Start it by hand to see why.`)
}

async function ready(url: string) {
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error(`WebKitWebDriver did not answer on ${url} within 20 s.`)
}
