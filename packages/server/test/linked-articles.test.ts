import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { testApp, type Person, type TestApp } from './app.ts'

const help = 'https://help.vendor.example'

describe('links between articles of another system', () => {
  let app: TestApp
  let ada: Person
  let sol: Person
  const ids = new Map<string, string>()

  const push = async (...rows: object[]) => {
    const { body } = await app.vendorBackend('POST', '/articles/bulk', { body: { rows } })
    for (const { key, id, result } of body.rows)
      if (result === 'refused') assert.fail(JSON.stringify(body.rows))
      else ids.set(key, id)
  }
  const html = async (person: Person, key: string) =>
    (await person.send('GET', `/articles/${ids.get(key)}`)).body.html
  const row = (key: string, body: string, more: object = {}) => ({
    ...{ key, addresses: [`${help}/hc/en-us/articles/${key}-Title`, `${help}/hc/de/${key}`] },
    texts: { en: { title: key, body, format: 'html' } },
    ...more,
  })
  const link = (href: string) => `<p><a href="${href}">there</a></p>`

  before(async () => {
    app = await testApp()
    ;[ada, sol] = [await app.signIn('ada'), await app.signIn('sol')]
  })

  it('lead in place, whichever of the two came first', async () => {
    await push(
      row('first', link(`${help}/hc/en-us/articles/second-Title#h-torque`)),
      row('second', link(`${help}/hc/de/third`)),
    )
    const outside = `<p><a href="${help}/hc/de/third" rel="noopener noreferrer">there</a></p>`

    const leads = (key: string, more = '') =>
      `<p><a data-article="${ids.get(key)}"${more}>there</a></p>`
    assert.equal(await html(ada, 'first'), leads('second', ' data-anchor="h-torque"'))
    assert.equal(await html(ada, 'second'), outside)
    await push(row('third', link(`${help}/hc/de/first`)))
    assert.equal(await html(ada, 'second'), leads('third'))
    assert.equal(await html(ada, 'third'), leads('first'))
  })

  it('are known without their scheme, a slash at the end, and what a query adds', async () => {
    for (const [key, href] of [
      ['plain', `http://HELP.vendor.example/hc/de/first/`],
      ['query', `${help}/hc/de/first?utm_source=mail#x`],
      ['host', '/hc/de/first'],
      ['beside', '../../de/first'],
    ] as const)
      await push(row(key, link(href)))

    for (const key of ['plain', 'query', 'host', 'beside'])
      assert.match(await html(ada, key), new RegExp(`data-article="${ids.get('first')}"`), key)
    assert.doesNotMatch(await html(ada, 'query'), /href|rel=|data-ref/)
  })

  it('keep the address of the web where the other one is for others, retired or elsewhere', async () => {
    await push(
      row('gold', 'x', { audience: { tiers: ['Gold'] } }),
      row('gone', 'x', { status: 'retired' }),
      row('to-gold', link(`${help}/hc/de/gold`)),
      row('to-gone', link(`${help}/hc/de/gone`)),
      row('away', `${link('https://elsewhere.example/')}${link('mailto:a@vendor.example')}`),
    )

    assert.match(await html(ada, 'to-gold'), new RegExp(`data-article="${ids.get('gold')}"`))
    assert.match(
      await html(sol, 'to-gold'),
      /<a href="https:\/\/help\.vendor\.example\/hc\/de\/gold" rel/,
    )
    assert.match(await html(ada, 'to-gone'), /<a href="https:/)
    assert.equal(
      await html(ada, 'away'),
      '<p><a href="https://elsewhere.example/" rel="noopener noreferrer">there</a></p>' +
        '<p><a href="mailto:a@vendor.example" rel="noopener noreferrer">there</a></p>',
    )
  })

  it('follow an address that is changed, and images count from the first one', async () => {
    await push({ ...row('first', link(`${help}/hc/en/second`)), addresses: [`${help}/new`] })
    assert.match(await html(ada, 'third'), /<a href="https:/)
    const picture = row('picture', '<img src="/hc/image.png" alt="A part">')
    await push(picture)
    assert.match(
      await html(ada, 'picture'),
      /<img src="https:\/\/help\.vendor\.example\/hc\/image\.png"/,
    )
    await push({ ...picture, addresses: ['https://other.example/a/b'] })
    assert.match(await html(ada, 'picture'), /<img src="https:\/\/other\.example\/hc\/image\.png"/)
  })
})
