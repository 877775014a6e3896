import { expect } from '@open-wc/testing'
import { articleCalled, publish, type Written } from '../../../test/articles.ts'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { button } from '../../../test/deal-list-page.ts'
import { eventually } from '../../../test/eventually.ts'
import { find, show, textIn, until } from '../../../test/mount.ts'
import { shelves } from '../../drafts/draft-shelves.ts'
import type { NavigateEvent } from '../../events.ts'
import type { PartnerPortal } from '../portal/partner-portal.ts'
import type { PrmArticle } from './define.ts'
import './define.ts'

const day = 86_400_000

describe('prm-article', () => {
  let backend: TestBackend

  const open = async (
    title: string,
    set: Partial<PrmArticle> = {},
    between?: Between,
    user = 'ada',
  ): Promise<PrmArticle> => {
    const { id } = await articleCalled(backend, title)
    return openId(id, set, between, user)
  }
  const openId = async (
    articleId: string,
    set: Partial<PrmArticle> = {},
    between?: Between,
    user = 'ada',
  ): Promise<PrmArticle> => {
    const article = Object.assign(backend.portal(user, between).create('prm-article'), {
      articleId,
      ...set,
    }) as PrmArticle
    await show(article)
    await until(article, 'ready', 'empty', 'error', 'degraded', 'offline')
    return article
  }
  const write = (title: string, written: Written = {}) =>
    publish(backend, { [title]: { title, ...written } })
  const notes = (article: PrmArticle) =>
    [...article.shadowRoot!.querySelectorAll('.note')].map(textIn)
  const heading = (article: PrmArticle) => textIn(article.shadowRoot!.querySelector('#heading'))

  beforeEach(async () => {
    localStorage.clear()
    backend = await createBackend(dealForm)
  })

  it('shows the text with its contents, facts and the way to each heading', async () => {
    await write('Mounting', {
      html: '<p>Intro.</p><h2>Frost</h2><p>Drain.</p><h2>Height</h2><p>High.</p>',
      updatedBy: 'Documentation',
      validUntil: new Date(Date.now() + day).toISOString(),
    })
    const article = await open('Mounting', { articleHref: '/support?article={id}' })
    const contents = [...article.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.long a')]

    expect(contents.map(textIn)).to.deep.equal(['Frost', 'Height'])
    expect(contents[0]!.hash).to.equal('#h-frost')
    expect(textIn(find(article, '.facts'))).to.match(
      /Reading time 1 minute Last changed .+ Changed by Documentation Valid until /,
    )
    contents[1]!.click()
    expect(textIn(article.shadowRoot!.activeElement)).to.equal('Height')
    await expect(article).to.be.accessible()
  })

  it('shows a summary under the title, unless the text begins with it', async () => {
    const html = '<p>With a SIM of\n<b>the customer</b>:</p>'
    await publish(backend, { Given: { html, summary: 'For Gate 4.' }, Made: { html } })
    const under = async (title: string) => {
      const { shadowRoot } = await open(title)
      await eventually(() => shadowRoot!.querySelector('.rich'))
      return [...shadowRoot!.querySelectorAll('#heading ~ p')].map(textIn)
    }

    expect(await under('Given')).to.deep.equal(['For Gate 4.'])
    expect((await articleCalled(backend, 'Made')).summary).to.equal('With a SIM of the customer:')
    expect(await under('Made')).to.deep.equal([])
  })

  it('joins the products as the language does', async () => {
    await write('Mounting', { productIds: ['p1', 'p2'] })
    const article = await open('Mounting')

    expect(textIn(find(article, '.facts'))).to.contain('Products Logger, Meter')
  })

  it('leaves the focus where it is', async () => {
    await write('Mounting')
    const elsewhere = document.body.appendChild(document.createElement('input'))
    elsewhere.focus()
    await open('Mounting')

    expect(document.activeElement).to.equal(elsewhere)
    elsewhere.remove()
  })

  it('lets no text of a backend run or reach out', async () => {
    const ran: string[] = ((globalThis as { ran?: string[] }).ran = [])
    await write('Hostile')
    const html =
      '<p>Hello</p><img src="x" onerror="ran.push(1)"><script>ran.push(1)</script>' +
      '<a href="javascript:ran.push(1)">go</a><p id="heading" style="color:red">b</p><form><input name="q"></form>'
    const article = await open('Hostile', {}, async (request, next) => {
      const response = await next()
      return /\/articles\/[^/]+$/.test(new URL(request.url).pathname)
        ? Response.json({ ...(await response.json()), html })
        : response
    })
    const rich = find(article, '.rich')

    expect(rich.querySelector('script, form, input, a, [style], [id], [onerror]')).to.equal(null)
    expect(textIn(rich)).to.equal('Hellogob')
    expect(heading(article)).to.equal('Hostile')
    expect(ran).to.deep.equal([])
  })

  it('opens a link to another article in its place, or leaves it to the host page', async () => {
    await write('Second')
    const { id } = await articleCalled(backend, 'Second')
    await write('First', { html: `<p><a data-article="${id}">on</a></p>` })
    const first = await articleCalled(backend, 'First')
    const linked: Between = async (request, next) => {
      const response = await next()
      return new URL(request.url).pathname.endsWith(`/articles/${first.id}`)
        ? Response.json({
            ...(await response.json()),
            html: `<p><a data-article="${id}">on</a></p>`,
          })
        : response
    }
    const article = await openId(first.id, {}, linked)
    const asked: string[] = []
    article.addEventListener('prm-navigate', (event) => asked.push((event as NavigateEvent).id))
    find(article, '.rich button').click()
    await eventually(() => heading(article) === 'Second')

    expect(asked).to.deep.equal([id])
    await eventually(() => article.shadowRoot!.activeElement?.id === 'heading')
  })

  it('tells that an article is over', async () => {
    await write('Old')
    const { id } = await articleCalled(backend, 'Old')
    await write('Old', { validUntil: new Date(Date.now() - day).toISOString() })
    const article = await openId(id)

    expect(notes(article)[0]).to.match(/^This article was valid until /)
    expect(find(article, '.rich')).to.not.equal(null)
  })

  it('tells that an article was retired, and shows nothing of it', async () => {
    await write('Gone', { html: '<p>Secret.</p>' })
    const { id } = await articleCalled(backend, 'Gone')
    await write('Gone', { html: '<p>Secret.</p>', status: 'retired' })
    const article = await openId(id)

    expect(notes(article)[0]).to.match(/^This article was retired/)
    expect(textIn(find(article, '.root'))).to.not.contain('Secret')
    expect(article.shadowRoot!.querySelector('.vote')).to.equal(null)
  })

  it('tells that a text could not be made ready, and what to do', async () => {
    await write('Blank', { html: '<script>late()</script>' })
    const article = await open('Blank')

    expect(notes(article)).to.deep.equal([
      'This article has no text yet. Try again in a few minutes.',
    ])
  })

  it('tells that an article does not exist or is for others', async () => {
    await write('Mine', { audience: { partnerIds: ['north'] } })
    const { id } = await articleCalled(backend, 'Mine')
    const article = await openId(id, {}, undefined, 'cem')

    expect(article.state).to.equal('error')
    expect(notes(article)[0]).to.contain('This does not exist, or you do not have access to it.')
  })

  it('tells that there is no connection', async () => {
    await write('Mounting')
    const { id } = await articleCalled(backend, 'Mounting')
    const article = await openId(id, {}, (request, next) => {
      if (request.url.includes('/articles/')) throw new TypeError('Failed to fetch')
      return next()
    })

    expect(notes(article)[0]).to.contain('The server cannot be reached.')
  })

  it('names the language where the article does not speak the reader’s', async () => {
    await write('Mounting')
    const article = await open('Mounting', { lang: 'de' })
    await eventually(() => notes(article)[0]?.includes('Englisch'))

    expect(find(article, '.rich').lang).to.equal('en')
  })

  it('tells that a translation is older than the original, and leads there', async () => {
    await publish(backend, {
      Mounting: {
        texts: {
          en: { title: 'Mounting', body: 'New.', updatedAt: '2026-03-02T08:00:00.000Z' },
          de: { title: 'Einbau', body: 'Alt.', updatedAt: '2026-01-02T08:00:00.000Z' },
        },
        language: 'en',
      },
    })
    const { id } = await articleCalled(backend, 'Mounting')
    const article = Object.assign(
      backend.portal('ada', undefined, { locale: 'de' }).create('prm-article'),
      { articleId: id },
    ) as PrmArticle
    await show(article)
    await eventually(() => heading(article) === 'Einbau')

    expect(notes(article)[0]).to.contain('02.03.2026')
    await eventually(() => button(article.shadowRoot!, 'Original lesen'))
    button(article.shadowRoot!, 'Original lesen')!.click()
    await eventually(() => heading(article) === 'Mounting')
  })

  it('copies the link to a section', async () => {
    await write('Mounting', { html: '<h2>Frost</h2><p>Drain.</p><h2>Height</h2>' })
    const article = await open('Mounting', { articleHref: '/support?article={id}' })
    const copied: string[] = []
    const { clipboard } = navigator
    const write2 = clipboard.writeText
    clipboard.writeText = async (text) => void copied.push(text)
    find(article, '.hook').click()
    await eventually(() => copied.length)
    clipboard.writeText = write2

    expect(copied[0]).to.equal(`${location.origin}/support?article=${article.articleId}#h-frost`)
    expect(find(article, '.hook').getAttribute('aria-label')).to.equal('Copy link to “Frost”')
  })

  it('saves an article, and takes it back', async () => {
    await write('Mounting')
    const article = await open('Mounting')
    button(article.shadowRoot!, 'Save')!.click()
    await eventually(() => button(article.shadowRoot!, 'Saved'))
    expect((await articleCalled(backend, 'Mounting')).mine.saved).to.equal(true)
    button(article.shadowRoot!, 'Saved')!.click()
    await eventually(() => button(article.shadowRoot!, 'Save'))

    expect((await articleCalled(backend, 'Mounting')).mine.saved).to.equal(false)
  })

  it('takes a helpful vote at once', async () => {
    await write('Mounting')
    const article = await open('Mounting')
    button(article.shadowRoot!, 'Yes')!.click()
    await eventually(() => textIn(find(article, '.thanks')))

    expect((await articleCalled(backend, 'Mounting')).mine.rating).to.deep.equal({ helpful: true })
    expect(button(article.shadowRoot!, 'Yes')!.getAttribute('aria-pressed')).to.equal('true')
  })

  it('asks what an unhelpful article lacks, and makes a task of it', async () => {
    await write('Mounting')
    const article = await open('Mounting')
    button(article.shadowRoot!, 'No')!.click()
    await eventually(() => article.shadowRoot!.querySelector('.complaint'))
    find(article, '.complaint label:nth-of-type(3) input').click()
    const comment = find<HTMLTextAreaElement>(article, '#comment')
    comment.value = 'The torque is missing.'
    comment.dispatchEvent(new Event('input'))
    await expect(article).to.be.accessible()
    button(article.shadowRoot!, 'Send')!.click()
    await eventually(() => textIn(find(article, '.thanks')))

    const tasks = (await backend.as('mia', 'GET', '/article-tasks')) as {
      items: { comment: string; reason: string; version: number }[]
    }
    expect(
      tasks.items.map(({ comment, reason, version }) => [comment, reason, version]),
    ).to.deep.equal([['The torque is missing.', 'incomplete', 1]])
  })

  it('keeps an unsent note over a reload', async () => {
    await write('Mounting')
    const article = await open('Mounting')
    button(article.shadowRoot!, 'No')!.click()
    await eventually(() => article.shadowRoot!.querySelector('#comment'))
    const comment = find<HTMLTextAreaElement>(article, '#comment')
    comment.value = 'The torque is missing.'
    comment.dispatchEvent(new Event('input'))
    await new Promise((done) => setTimeout(done, 600))
    article.remove()
    const again = await open('Mounting')
    button(again.shadowRoot!, 'No')!.click()
    await eventually(
      () =>
        again.shadowRoot!.querySelector<HTMLTextAreaElement>('#comment')?.value ===
        'The torque is missing.',
    )
  })

  it('asks before the page is left where a note can be kept nowhere', async () => {
    await write('Mounting')
    const article = await open('Mounting', {}, async (request, next) =>
      request.url.endsWith('/me') ? new Response(null, { status: 403 }) : next(),
    )
    button(article.shadowRoot!, 'No')!.click()
    const comment = await eventually(() =>
      article.shadowRoot!.querySelector<HTMLTextAreaElement>('#comment'),
    )
    const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(asks()).to.equal(false)
    comment.value = 'The torque is missing.'
    comment.dispatchEvent(new Event('input'))

    await eventually(asks)
    article.remove()
    expect(asks()).to.equal(false)
  })

  it('leaves nothing of a note on the device after log-out', async () => {
    await write('Mounting')
    const article = await open('Mounting')
    button(article.shadowRoot!, 'No')!.click()
    const comment = await eventually(() =>
      article.shadowRoot!.querySelector<HTMLTextAreaElement>('#comment'),
    )
    const type = (text: string) => {
      comment.value = text
      comment.dispatchEvent(new Event('input'))
    }
    const { id } = await articleCalled(backend, 'Mounting')
    const user = { userId: 'ada', partnerId: 'north' }
    const kept = () =>
      shelves.device.read({ baseUrl: backend.baseUrl, ...user, name: `articles/${id}/rating` })
    type('The torque')
    await eventually(kept)
    type('The torque is missing.')

    await (article.portal as PartnerPortal).logout()

    expect(await kept()).to.equal(undefined)
    expect(article.shadowRoot!.querySelector('#comment')).to.equal(null)
  })

  it('leaves what is written while a note is sent', async () => {
    await write('Mounting')
    let answer = () => {}
    const held = new Promise<void>((resolve) => (answer = resolve))
    const article = await open('Mounting', {}, async (request, next) => {
      if (request.url.endsWith('/ratings')) await held
      return next()
    })
    button(article.shadowRoot!, 'No')!.click()
    await eventually(() => article.shadowRoot!.querySelector('#comment'))
    const comment = find<HTMLTextAreaElement>(article, '#comment')
    const type = (text: string) => {
      comment.value = text
      comment.dispatchEvent(new Event('input'))
    }
    type('The torque is missing.')
    button(article.shadowRoot!, 'Send')!.click()
    type('The torque is missing. So is the drawing.')
    answer()
    await eventually(() => articleCalled(backend, 'Mounting').then(({ mine }) => mine.rating))
    await eventually(
      () => button(article.shadowRoot!, 'No')!.getAttribute('aria-disabled') === 'false',
    )

    expect(find<HTMLTextAreaElement>(article, '#comment').value).to.contain('So is the drawing')
  })

  it('shows an image in full and goes back to it', async () => {
    await write('Mounting')
    const article = await open('Mounting', {}, async (request, next) => {
      const response = await next()
      return /\/articles\/[^/]+$/.test(new URL(request.url).pathname)
        ? Response.json({
            ...(await response.json()),
            html: `<img src="${location.origin}/examples/vendor-site/content/articles/images/echo-mount.png" alt="The spindle" width="8" height="8">`,
          })
        : response
    })
    const zoom = find(article, '.zoom')
    expect(zoom.getAttribute('aria-label')).to.equal('Show in full: The spindle')
    zoom.focus()
    zoom.click()
    const dialog = find<HTMLDialogElement>(article, 'dialog.picture')
    expect(dialog.open).to.equal(true)
    dialog.querySelector('button')!.click()
    await eventually(() => !article.shadowRoot!.querySelector('dialog.picture'))

    expect(article.shadowRoot!.activeElement).to.equal(zoom)
  })

  it('is empty where the vendor has no knowledge base', async () => {
    await write('Mounting')
    const article = await open('Mounting', {}, async (request, next) => {
      const response = await next()
      if (!new URL(request.url).pathname.endsWith('/v1')) return response
      return Response.json({ ...(await response.json()), capabilities: [] })
    })

    expect(article.state).to.equal('empty')
    expect(article.offered).to.equal(false)
  })
})
