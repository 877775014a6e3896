import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { isPrmError } from '@prmkit/client'
import type { Me } from '@prmkit/contract'
import { demoPassword } from './accounts.ts'
import type { Partners } from './api.ts'
import { countAttempts } from './attempts.ts'
import { ownPath } from './own-path.ts'
import { deskPage } from './pages/desk.ts'
import { homePage } from './pages/home.ts'
import type { Page, Visitor } from './pages/layout.ts'
import { dealsPage, leaderboardPage, newsPage, registerPage } from './pages/partners.ts'
import { contentPage } from './pages/content.ts'
import { trainingPage } from './pages/training.ts'
import { askPage, supportPage } from './pages/support.ts'
import { signInPage, type Attempt } from './pages/sign-in.ts'
import { troublePage } from './pages/trouble.ts'
import type { SignIns } from './sign-ins.ts'
import { languageNames, pickLanguage } from './strings/strings.ts'

/** The parts of the site. */
export interface SiteOptions {
  /** Where browsers find the site: its public address, also behind a proxy that ends TLS. */
  siteUrl: string
  /** Where browsers find the partner backend. */
  apiUrl: string
  partners: Partners
  /** The folder with the built scripts and styles. */
  assets: string
  signIns: SignIns
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  map: 'application/json',
}

/** The most bytes of a form or a question for a token. */
const largestBody = 100_000

/** Draws a page of an area; it reads the query of its address. */
type Area = (visitor: Visitor, query: (name: string) => string | undefined) => Page

/** Where somebody begins. */
const homeOf = ({ role }: Me) => (role === 'vendor_manager' ? '/desk' : '/partners')

/** The made-up vendor's site: public pages, its own sign-in, the partner area and the desk. */
export function createSite({ siteUrl, apiUrl, partners, assets, signIns }: SiteOptions): Hono {
  const site = new Hono()
  const { origin: ownOrigin } = new URL(siteUrl)
  const attempts = countAttempts()
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' ${apiUrl}`,
    `media-src ${apiUrl}`,
    `connect-src 'self' ${apiUrl}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

  site.use(async (context, next) => {
    await next()
    context.header('Content-Security-Policy', policy)
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'same-origin')
    // Pages name whoever is signed in: Back after signing out must ask the site again.
    if (!context.req.path.startsWith('/assets/')) context.header('Cache-Control', 'no-store')
  })

  // Only the site's own pages may sign somebody in or out or ask for a token. Programs send no
  // Origin; browsers send one with every POST (Fetch standard).
  site.on('POST', '*', async (context, next) => {
    const origin = context.req.header('Origin') ?? ownOrigin
    if (origin === ownOrigin) return next()
    return context.json({ error: `Ask from a page of ${ownOrigin}, not ${origin}.` }, 403)
  })
  const onError = (context: Context) =>
    context.json({ error: `Send at most ${largestBody} bytes.` }, 413)
  site.on('POST', '*', bodyLimit({ maxSize: largestBody, onError }))

  const strangerOf = (context: Context): Visitor => {
    const accepted = context.req.header('Accept-Language')?.split(',') ?? []
    const language = pickLanguage([getCookie(context, 'language'), ...accepted])
    return { language, path: context.req.path, apiUrl }
  }
  const visitorOf = async (context: Context): Promise<Visitor> => {
    const email = (await signIns.of(context))?.email
    const me = email ? await partners.whoIs(email) : undefined
    return { ...strangerOf(context), ...(email && me && { email, me }) }
  }

  // Public pages stay open while the partner backend does not answer.
  site.get('/', async (context) =>
    context.html(homePage(await visitorOf(context).catch(() => strangerOf(context)))),
  )
  site.get('/sign-in', (context) =>
    context.html(signInPage(strangerOf(context), { to: context.req.query('to') })),
  )

  site.post('/sign-in', async (context) => {
    // A body that is no form signs nobody in.
    const form: Record<string, unknown> = await context.req.parseBody().catch(() => ({}))
    const { email, password, to } = form
    const failed = (status: 401 | 429 | 503, error: NonNullable<Attempt['error']>) =>
      context.html(signInPage(strangerOf(context), { error, email, to }), status)
    if (typeof email !== 'string') return failed(401, 'signInFailed')
    const wait = attempts.wait(email)
    if (wait > 0) {
      context.header('Retry-After', String(wait))
      return failed(429, 'signInTooOften')
    }
    try {
      const me = password === demoPassword ? await partners.whoIs(email.trim()) : undefined
      if (!me) {
        attempts.fail(email)
        return failed(401, 'signInFailed')
      }
      attempts.succeed(email)
      await signIns.begin(context, email.trim())
      return context.redirect(ownPath(to, siteUrl) ?? homeOf(me), 303)
    } catch (error) {
      if (!isPrmError(error)) throw error
      return failed(503, 'signInUnavailable')
    }
  })

  site.post('/sign-out', async (context) => {
    const signIn = await signIns.end(context)
    if (signIn) await partners.endSessions(signIn)
    return context.redirect('/', 303)
  })

  site.get('/language/:language', (context) => {
    const wanted = context.req.param('language')
    if (languageNames.some(([language]) => language === wanted))
      setCookie(context, 'language', wanted, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 })
    // Where somebody is now; the widgets change the address without loading the page anew.
    const from = context.req.header('Referer')
    const back = from && URL.canParse(from) ? new URL(from) : undefined
    const again = back?.origin === ownOrigin ? back.pathname + back.search : context.req.query('to')
    return context.redirect(ownPath(again, siteUrl) ?? '/', 303)
  })

  // The widgets ask here for a token; the cookie says who is asking.
  site.post('/prm-token', async (context) => {
    const signIn = await signIns.of(context)
    if (!signIn) return context.json({ error: 'Sign in first.' }, 401)
    const asked = await context.req.json<{ reason?: unknown } | null>().catch(() => null)
    const refused = asked?.reason === 'unauthorized'
    const token = await partners.session(signIn, ownOrigin, refused)
    if (await signIns.of(context)) return context.json(token)
    // Signed out meanwhile: this session ends like those before it.
    await partners.endSessions(signIn)
    return context.json({ error: 'Sign in first.' }, 401)
  })

  const area = (home: string, render: Area) => async (context: Context) => {
    const visitor = await visitorOf(context)
    const { pathname, search } = new URL(context.req.url)
    if (!visitor.me)
      return context.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303)
    if (homeOf(visitor.me) !== home) return context.redirect(homeOf(visitor.me), 303)
    return context.html(render(visitor, (name) => context.req.query(name)))
  }
  const partnerArea = (render: Area) => area('/partners', render)
  site.get(
    '/partners',
    partnerArea((visitor, query) => dealsPage(visitor, query('deal'))),
  )
  site.get(
    '/partners/register',
    partnerArea((visitor, query) => registerPage(visitor, query('deal'))),
  )
  site.get(
    '/partners/news',
    partnerArea((visitor, query) => newsPage(visitor, query('announcement'))),
  )
  site.get(
    '/partners/leaderboard',
    partnerArea((visitor, query) => leaderboardPage(visitor, query('board'))),
  )
  site.get('/partners/content', partnerArea(contentPage))
  site.get('/partners/training', partnerArea(trainingPage))
  site.get('/partners/support', partnerArea(supportPage))
  site.get(
    '/partners/ask',
    partnerArea((visitor, query) => askPage(visitor, query('text'))),
  )
  site.get('/desk', area('/desk', deskPage('deals')))
  site.get('/desk/articles', area('/desk', deskPage('articles')))
  site.get('/desk/assets', area('/desk', deskPage('assets')))
  site.get('/desk/boards', area('/desk', deskPage('boards')))
  site.get('/desk/training', area('/desk', deskPage('training')))

  site.get('/assets/:name{[\\w.-]+}', async (context) => {
    const name = context.req.param('name')
    try {
      const body = await readFile(join(assets, name))
      return context.body(body, 200, {
        'Content-Type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      })
    } catch {
      return context.notFound()
    }
  })
  site.notFound((context) => context.html(troublePage(strangerOf(context), 'notFound'), 404))
  site.onError((error, context) => {
    if (!isPrmError(error)) throw error
    return context.html(troublePage(strangerOf(context), 'unavailable'), 503)
  })
  return site
}
