import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono, type Context } from 'hono'
import { deleteCookie, getSignedCookie, setCookie, getCookie, setSignedCookie } from 'hono/cookie'
import { isPrmError } from '@prmkit/client'
import type { Me } from '@prmkit/contract'
import { demoPassword } from './accounts.ts'
import type { Partners, SignIn } from './api.ts'
import { deskPage } from './pages/desk.ts'
import { homePage } from './pages/home.ts'
import type { Page, Visitor } from './pages/layout.ts'
import { dealsPage, registerPage } from './pages/partners.ts'
import { signInPage } from './pages/sign-in.ts'
import { troublePage } from './pages/trouble.ts'
import { languageNames, pickLanguage } from './strings/strings.ts'

/** What the site is made from. */
export interface SiteOptions {
  /** Where the browser finds the partner backend. */
  apiUrl: string
  partners: Partners
  /** The folder with the built scripts and styles. */
  assets: string
  /** With which sign-in cookies are signed. */
  cookieSecret: string
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  map: 'application/json',
}

/** Draws a page of an area, which may be about one registration. */
type Area = (visitor: Visitor, deal?: string) => Page

/** Where somebody begins. */
const homeOf = ({ role }: Me) => (role === 'vendor_manager' ? '/desk' : '/partners')

/** An address on this site, or nothing for any other. */
const ownPath = (path: unknown) =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined

/** The made-up vendor's site: public pages, its own sign-in, the partner area and the desk. */
export function createSite({ apiUrl, partners, assets, cookieSecret }: SiteOptions): Hono {
  const site = new Hono()
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
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
  })

  const strangerOf = (context: Context): Visitor => {
    const accepted = context.req.header('Accept-Language')?.split(',') ?? []
    const language = pickLanguage([getCookie(context, 'language'), ...accepted])
    return { language, path: context.req.path, apiUrl }
  }
  const signInOf = async (context: Context): Promise<SignIn | undefined> => {
    const kept = await getSignedCookie(context, cookieSecret, 'visitor')
    const [id, email] = kept ? kept.split(' ') : []
    return id && email ? { id, email } : undefined
  }
  const visitorOf = async (context: Context): Promise<Visitor> => {
    const email = (await signInOf(context))?.email
    const me = email ? await partners.whoIs(email) : undefined
    return { ...strangerOf(context), ...(email && me && { email, me }) }
  }

  // What is public stays open while the partner backend does not answer.
  site.get('/', async (context) =>
    context.html(homePage(await visitorOf(context).catch(() => strangerOf(context)))),
  )
  site.get('/sign-in', (context) =>
    context.html(signInPage(strangerOf(context), { to: context.req.query('to') })),
  )

  site.post('/sign-in', async (context) => {
    const { email, password, to } = await context.req.parseBody()
    const failed = (status: 401 | 503, error: 'signInFailed' | 'signInUnavailable') =>
      context.html(signInPage(strangerOf(context), { error, email, to }), status)
    if (typeof email !== 'string' || password !== demoPassword) return failed(401, 'signInFailed')
    try {
      const me = await partners.whoIs(email.trim())
      if (!me) return failed(401, 'signInFailed')
      await setSignedCookie(context, 'visitor', `${randomUUID()} ${email.trim()}`, cookieSecret, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
      })
      return context.redirect(ownPath(to) ?? homeOf(me), 303)
    } catch (error) {
      if (!isPrmError(error)) throw error
      return failed(503, 'signInUnavailable')
    }
  })

  site.post('/sign-out', async (context) => {
    const signIn = await signInOf(context)
    if (signIn) await partners.endSessions(signIn)
    deleteCookie(context, 'visitor', { path: '/' })
    return context.redirect('/', 303)
  })

  site.get('/language/:language', (context) => {
    const wanted = context.req.param('language')
    if (languageNames.some(([language]) => language === wanted))
      setCookie(context, 'language', wanted, { path: '/', sameSite: 'Lax' })
    // Where somebody is now; the widgets change the address without loading the page anew.
    const from = context.req.header('Referer')
    const here = new URL(context.req.url)
    const back = from && URL.canParse(from) ? new URL(from) : undefined
    const again = back?.host === here.host ? back.pathname + back.search : context.req.query('to')
    return context.redirect(ownPath(again) ?? '/', 303)
  })

  // The widgets ask here for a token; the cookie says who is asking, and only this site may ask.
  site.post('/prm-token', async (context) => {
    const signIn = await signInOf(context)
    const { origin } = new URL(context.req.url)
    if (!signIn || (context.req.header('Origin') ?? origin) !== origin)
      return context.json({ error: 'Sign in first.' }, 401)
    context.header('Cache-Control', 'no-store')
    return context.json(await partners.session(signIn, origin))
  })

  const area = (home: string, render: Area) => async (context: Context) => {
    const visitor = await visitorOf(context)
    const { pathname, search } = new URL(context.req.url)
    if (!visitor.me)
      return context.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303)
    if (homeOf(visitor.me) !== home) return context.redirect(homeOf(visitor.me), 303)
    return context.html(render(visitor, context.req.query('deal')))
  }
  site.get('/partners', area('/partners', dealsPage))
  site.get('/partners/register', area('/partners', registerPage))
  site.get('/desk', area('/desk', deskPage))

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
