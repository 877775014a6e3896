import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { build } from '../packages.ts'
import { serve } from '../serve.ts'
import { inEachEngine, openBrowser } from './engine.ts'

const folder = join(import.meta.dirname, '../../packages/elements/dist/cdn')
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "media-src 'self'; require-trusted-types-for 'script'; trusted-types prmkit"

type Visit = { page: Page; complaints: string[] } & AsyncDisposable

/** Opens a page under the strict policy with the loader and some markup. */
async function visit(
  browser: Browser,
  body: string,
  changed: Record<string, string> = {},
): Promise<Visit> {
  const site = await serve(async (request) => {
    const { pathname } = new URL(request.url)
    const name = Object.keys(changed).find((part) => pathname.startsWith(`/${part}`))
    if (name) {
      const text = (await readFile(join(folder, pathname), 'utf8')) + changed[name]
      return new Response(text, { headers: { 'content-type': 'text/javascript' } })
    }
    if (pathname === '/page.js') {
      return new Response(
        `globalThis.failed = []
        addEventListener('prm-load-error', (event) => failed.push(event.tag + ': ' + event.error))`,
        {
          headers: { 'content-type': 'text/javascript' },
        },
      )
    }
    if (pathname.startsWith('/again/'))
      return new Response(await readFile(join(folder, pathname.slice('/again'.length))), {
        headers: { 'content-type': pathname.endsWith('.js') ? 'text/javascript' : 'text/json' },
      })
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 })
    if (pathname !== '/') return undefined
    const html = `<!doctype html><html lang="en"><title>Strict</title>
      <script src="/page.js"></script>
      <script type="module" src="/prmkit.js"></script><body>${body}</body></html>`
    return new Response(html, {
      headers: { 'content-type': 'text/html', 'content-security-policy': policy },
    })
  }, folder)
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(site.origin)
  const end = async () => {
    await page.close()
    await site.stop()
  }
  return { page, complaints, [Symbol.asyncDispose]: end }
}

const defined = (page: Page, ...tags: string[]) =>
  page.waitForFunction((wanted) => wanted.every((tag) => customElements.get(tag)), tags)

before(build)

inEachEngine((open) => {
  test('a widget loads, wears its styles and speaks its language under a strict policy', async () => {
    await using browser = await open()
    await using visited = await visit(
      browser,
      `<div lang="de"><prm-dialog heading="Hallo"></prm-dialog></div>
       <prm-badge tone="success">Approved</prm-badge>`,
    )
    const { page, complaints } = visited

    await defined(page, 'prm-badge', 'prm-dialog')
    await page.locator('prm-dialog [aria-label="Schließen"]').waitFor({ state: 'attached' })

    const radius = await page
      .locator('prm-badge [part=badge]')
      .evaluate((badge) => getComputedStyle(badge).borderStartStartRadius)
    assert.notEqual(radius, '0px')
    assert.deepEqual(complaints, [])
  })

  test('form and list run on sample data under a strict policy', async () => {
    await using browser = await open()
    await using visited = await visit(
      browser,
      '<prm-portal demo><prm-deal-form></prm-deal-form><prm-deal-list></prm-deal-list></prm-portal>',
    )
    const { page, complaints } = visited

    await page.locator('prm-deal-form input').first().waitFor()
    await page.locator('prm-deal-list [part~=frame] a, prm-deal-list button').first().waitFor()

    assert.deepEqual(complaints, [])
  })

  test('a tag that comes later, also in a shadow root, is loaded', async () => {
    await using browser = await open()
    await using visited = await visit(browser, `<p>Nothing yet</p>`)
    const { page } = visited
    assert.equal(await page.evaluate(() => customElements.get('prm-badge')), undefined)

    await page.evaluate(() => {
      const host = document.createElement('div')
      host.attachShadow({ mode: 'open' }).append(document.createElement('prm-badge'))
      document.body.append(host)
    })

    await defined(page, 'prm-badge')
  })

  test('a file that was changed is refused, and the page is told', async () => {
    await using browser = await open()
    await using visited = await visit(
      browser,
      '<prm-badge>Approved</prm-badge><prm-badge>Rejected</prm-badge>',
      { 'core-': ';globalThis.evil = true' },
    )
    const { page, complaints } = visited

    await page.waitForFunction(
      () => (globalThis as never as { failed: string[] }).failed.length === 2,
    )

    const { failed, evil, text } = await page.evaluate(() => ({
      ...(globalThis as never as { failed: string[]; evil?: boolean }),
      evil: (globalThis as never as { evil?: boolean }).evil,
      failed: (globalThis as never as { failed: string[] }).failed,
      text: document.body.innerText,
    }))
    assert.match(failed[0] ?? '', /^prm-badge: .*gone or changed/)
    assert.equal(evil, undefined)
    assert.match(text, /Approved/)
    assert.equal(complaints.filter((text) => text.startsWith('prmkit:')).length, 1)
  })

  test('a tag that cannot be loaded is told of in a shadow root too, and each time it comes', async () => {
    await using browser = await open()
    await using visited = await visit(browser, '<p>Nothing yet</p>', { 'core-': ';' })
    const { page, complaints } = visited
    const failures = (count: number) =>
      page.waitForFunction(
        (wanted) => (globalThis as never as { failed: string[] }).failed.length === wanted,
        count,
      )

    await page.evaluate(() => {
      const host = document.createElement('div')
      host.attachShadow({ mode: 'open' }).append(document.createElement('prm-badge'))
      document.body.append(host)
    })
    await failures(1)
    await page.evaluate(() => document.body.append(document.createElement('prm-badge')))
    await failures(2)

    assert.equal(complaints.filter((text) => text.startsWith('prmkit:')).length, 1)
  })

  test('the first copy serves both where the page allows one policy', async () => {
    await using browser = await open()
    const second = '<script type="module" src="/again/prmkit.js"></script>'
    await using visited = await visit(browser, `${second}<prm-badge>Approved</prm-badge>`)
    const { page } = visited

    await defined(page, 'prm-badge')

    assert.deepEqual(await page.evaluate(() => (globalThis as never as { failed: [] }).failed), [])
  })

  test('a changed list of later files is refused', async () => {
    await using browser = await open()
    await using visited = await visit(browser, '<prm-badge>Approved</prm-badge>', {
      'later-': ' ',
    })

    await visited.page.waitForFunction(
      () => (globalThis as never as { failed: string[] }).failed.length === 1,
    )

    assert.equal(await visited.page.evaluate(() => customElements.get('prm-badge')), undefined)
  })

  test('the files of a tag and the client are asked for before the first of them runs', async () => {
    await using browser = await open()
    const markup = '<prm-portal base-url="/"><prm-deal-form></prm-deal-form></prm-portal>'
    await using visited = await visit(browser, markup)
    const { page } = visited

    await defined(page, 'prm-portal')

    const added = await page.evaluate(() =>
      [...document.head.querySelectorAll<HTMLElement>('[integrity]')].map(({ outerHTML }) => ({
        early: outerHTML.startsWith('<link'),
        name: /([\w.-]+)-[\w-]{8}\.js/.exec(outerHTML)?.[1] ?? '',
      })),
    )
    const first = added.findIndex(({ early }) => !early)
    const names = added.slice(0, first).map(({ name }) => name)
    for (const name of ['portal', 'deal-form', await nameOfClient()])
      assert.ok(names.includes(name), `${name} is not among ${names.join(' ')}`)
  })
})

/** The name of the file that makes a client, which refuses a secret key. */
async function nameOfClient(): Promise<string> {
  const holders: string[] = []
  for (const file of await readdir(folder))
    if ((await readFile(join(folder, file), 'utf8')).includes('secret-key-in-browser'))
      holders.push(file.replace(/-[\w-]{8}\.js$/, ''))
  assert.equal(holders.length, 1, holders.join(' '))
  return holders[0] ?? ''
}

/** The loader of a release in which the list of deals is another file, and that file. */
async function nextRelease(): Promise<Record<string, string>> {
  const loader = await readFile(join(folder, 'prmkit.js'), 'utf8')
  const [, hash = ''] = /"deal-list":\["([^"]+)"/.exec(loader) ?? []
  const nameOf = (digest: string) =>
    `/deal-list-${digest.slice(0, 8).replaceAll('+', '-').replaceAll('/', '_')}.js`
  const text = `${await readFile(join(folder, nameOf(hash)), 'utf8')}\n/* The next release. */`
  const next = createHash('sha256').update(text).digest('base64')
  return { '/prmkit.js': loader.replaceAll(hash, next), [nameOf(next)]: text }
}

test('an upgrade in place leaves pages with the old loader whole, and the next visit is new', async () => {
  const next = await nextRelease()
  const [, added = ''] = Object.keys(next)
  let released: Record<string, string> = {}
  const site = await serve(async ({ url }) => {
    const { pathname } = new URL(url)
    const html =
      '<!doctype html><title>Page</title><script type="module" src="/prmkit.js"></script>'
    if (pathname === '/') return new Response(html, { headers: { 'content-type': 'text/html' } })
    const text = released[pathname] ?? (await readFile(join(folder, pathname)).catch(() => ''))
    const caching = pathname === '/prmkit.js' ? 'no-cache' : 'public, max-age=31536000, immutable'
    return new Response(text, {
      ...{ status: text ? 200 : 404 },
      headers: { 'cache-control': caching, 'content-type': 'text/javascript' },
    })
  })
  await using browser = await openBrowser()
  const page = await browser.newPage()
  const loaded = () =>
    page.evaluate(async () => {
      document.body.append(document.createElement('prm-deal-list'))
      await customElements.whenDefined('prm-deal-list')
      const files = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
      return files.filter((name) => name.startsWith('/deal-list-'))
    })
  await page.goto(site.origin)
  await page.evaluate(async () => {
    document.body.append(document.createElement('prm-badge'))
    await customElements.whenDefined('prm-badge')
  })
  released = next
  const before = await loaded()
  await page.reload()
  const after = await loaded()
  await site.stop()

  assert.ok(before.length > 0 && !before.includes(added), before.join(' '))
  assert.deepEqual(new Set(after), new Set([added]))
})

test('every file but the loader is ASCII and named by its own bytes', async () => {
  for (const file of await readdir(folder)) {
    if (file === 'licenses.txt') continue
    const text = await readFile(join(folder, file), 'latin1')
    assert.match(text, /^[\0-\x7f]*$/, file)
    if (file === 'prmkit.js') continue
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8)
    assert.match(file, new RegExp(`-${hash}\\.js(on)?$`))
  }
})

test('the notices name every package that the files hold, and the loader names them', async () => {
  const notices = await readFile(join(folder, 'licenses.txt'), 'utf8')
  const loader = await readFile(join(folder, 'prmkit.js'), 'utf8')

  assert.match(loader, /^\/\*! prmkit .*licenses\.txt \*\//)
  for (const name of ['ky', 'lit-html', '@lit/reactive-element', 'dompurify', 'lucide-static'])
    assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)$`, 'm'), name)
  assert.match(notices, /Permission is hereby granted/)
  assert.match(notices, /Public Suffix List, which is subject to the terms of the Mozilla Public/)
})
