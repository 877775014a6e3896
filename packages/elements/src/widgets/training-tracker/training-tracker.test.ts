import { expect } from '@open-wc/testing'
import type { Course, Enrolment } from '@prmkit/contract'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { button } from '../../../test/deal-list-page.ts'
import { eventually } from '../../../test/eventually.ts'
import { find, show, still, textIn, until } from '../../../test/mount.ts'
import { courseOf, teachAcademy } from '../../../test/academy.ts'
import type { NavigateEvent } from '../../events.ts'
import type { PrmCourse } from './course-page.ts'
import type { PrmTrainingTracker } from './define.ts'
import './define.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

describe('prm-training-tracker', () => {
  let backend: TestBackend
  let portal: ReturnType<TestBackend['portal']>
  const opened = window.open

  const open = async (
    set: Partial<PrmTrainingTracker> = {},
    { user = 'ada', between }: { user?: string; between?: Between } = {},
  ) => {
    portal = backend.portal(user, between)
    const tracker = Object.assign(portal.create('prm-training-tracker'), set) as PrmTrainingTracker
    await show(tracker)
    await until(tracker, 'ready', 'empty', 'error', 'degraded', 'offline')
    return tracker
  }

  const rows = (tracker: PrmTrainingTracker) =>
    [...tracker.shadowRoot!.querySelectorAll('.row')].map(textIn)
  /** A part of the tracker with a root of its own, once it is loaded. */
  const part = (tracker: PrmTrainingTracker, tag: string) =>
    eventually(() => {
      const found = tracker.shadowRoot!.querySelector(tag)
      return found?.shadowRoot?.querySelector('#heading') ? found : undefined
    })
  const page = async (tracker: PrmTrainingTracker) =>
    (await part(tracker, 'prm-course')) as PrmCourse
  const openView = async (tracker: PrmTrainingTracker, view: string) => {
    find(tracker, `#view-${view}`).click()
    return part(tracker, `prm-training-${view}`)
  }
  const enrol = async (user: string, body: object) => {
    const { items } = (await backend.as(user, 'POST', '/enrolments', body)) as {
      items: Enrolment[]
    }
    return items[0]!
  }
  /** Tells what somebody did in the vendor’s own learning system. */
  const complete = (id: string, courseId: string) =>
    backend.asVendor('POST', '/completions/bulk', {
      rows: [{ key: `${id}-${courseId}`, user: { id }, courseId, completedAt: inDays(-1) }],
    })

  beforeEach(async () => {
    localStorage.clear()
    backend = await createBackend(dealForm)
    await teachAcademy(backend)
  })
  afterEach(() => {
    window.open = opened
  })

  it('lists the courses with kind, length and state, what is due in front', async () => {
    await enrol('ada', { courseId: 'service', dueAt: inDays(3) })
    const tracker = await open()

    expect(rows(tracker)[0]).to.match(/^Pump service .*10 min Due .*Not started$/)
    expect(rows(tracker)).to.have.length(4)
    expect(rows(tracker).find((row) => row.startsWith('Code'))).to.contain('Required')
    expect(textIn(find(tracker, '.foot'))).to.contain('4 courses')
    await expect(tracker).to.be.accessible()
  })

  it('says that a course was not passed, without a full ring', async () => {
    const courseId = 'service'
    const completedAt = inDays(-1)
    const failed = { key: 'f', user: { id: 'ada' }, courseId, completedAt, success: 'failed' }
    await backend.asVendor('POST', '/completions/bulk', { rows: [failed] })
    const tracker = await open()
    const row = [...tracker.shadowRoot!.querySelectorAll('.row')].find((one) =>
      textIn(one).startsWith('Pump service'),
    )!

    expect(textIn(row)).to.match(/Not passed$/)
    expect(row.querySelector('.ring')).to.equal(null)
  })

  it('narrows to what is required, and by words', async () => {
    const tracker = await open()
    const select = find<HTMLSelectElement>(tracker, 'select')
    select.value = 'required'
    select.dispatchEvent(new Event('change'))
    await eventually(() => rows(tracker).length === 1)
    expect(rows(tracker)[0]).to.contain('Code of conduct')

    select.value = ''
    select.dispatchEvent(new Event('change'))
    const search = find<HTMLInputElement>(tracker, '#search')
    search.value = 'bench'
    search.dispatchEvent(new Event('input'))
    await eventually(() => rows(tracker).length === 1 && rows(tracker)[0]!.includes('bench'))
  })

  it('says that there are no courses, and where the backend offers none', async () => {
    backend = await createBackend(dealForm)
    const none = await open()
    expect(none.state).to.equal('empty')
    expect(textIn(find(none, '.blank'))).to.contain('No courses')

    const notOffered = await open(
      {},
      {
        between: async (request, next) => {
          const answer = await next()
          if (!/\/v1\/?$/.test(request.url)) return answer
          const discovery = await answer.json()
          const capabilities = discovery.capabilities.filter((one: string) => one !== 'training')
          return Response.json({ ...discovery, capabilities })
        },
      },
    )
    expect(textIn(find(notOffered, '.blank'))).to.equal('Quellmark does not offer this here.')
  })

  it('shows a failure with a way to try again, and keeps what it has through a later one', async () => {
    let isBroken = true
    const tracker = await open(
      {},
      {
        between: (request, next) =>
          isBroken && request.url.includes('/courses')
            ? Promise.resolve(new Response('', { status: 500 }))
            : next(),
      },
    )
    expect(tracker.state).to.equal('error')
    isBroken = false
    button(tracker.shadowRoot!, 'Try again')!.click()
    await until(tracker, 'ready')
    isBroken = true
    await tracker.reload(true)
    expect(tracker.state).to.equal('degraded')
    expect(rows(tracker)).to.have.length(4)
  })

  it('shows courses while the connection is gone, with a note', async () => {
    const tracker = await open()
    window.dispatchEvent(new Event('offline'))
    await until(tracker, 'offline')

    expect(textIn(find(tracker, '.note'))).to.contain('You are offline')
    expect(rows(tracker)).to.have.length(4)
  })

  it('forgets everything at log-out', async () => {
    const tracker = await open({ courseId: 'basics' })
    await page(tracker)
    await portal.logout()
    await until(tracker, 'empty')

    expect(textIn(tracker.shadowRoot!.querySelector('.root'))).to.contain('signed out')
    expect(tracker.list.items).to.have.length(0)
  })

  it('follows progress as it is reported, aloud', async () => {
    await enrol('ada', { courseId: 'basics' })
    const tracker = await open()
    await complete('ada', 'basics')

    await eventually(() =>
      textIn(find(tracker, '.views').previousElementSibling).includes('completed'),
    )
    expect(textIn(find(tracker, '#row-basics'))).to.contain('Completed')
  })

  it('opens a course in a tab of its own, and says that it is done', async () => {
    const went: string[] = []
    window.open = () =>
      ({
        opener: window,
        closed: false,
        close() {},
        location: { replace: (to: string) => went.push(to) },
      }) as never
    const tracker = await open({ courseId: 'basics' })
    const course = await page(tracker)
    await expect(course).to.be.accessible()
    button(course.shadowRoot!, 'Start course')!.click()
    await eventually(() => button(course.shadowRoot!, 'Resume course'))

    expect(went).to.deep.equal(['https://academy.example/pumps'])
    button(course.shadowRoot!, 'Mark as completed')!.click()
    await eventually(() => textIn(find(course, '.rail')).includes('Completed'))
    const { mine } = (await backend.as('ada', 'GET', '/courses/basics')) as Course
    expect(mine?.status).to.equal('completed')
  })

  it('hands out a link where the browser opens no tab, and closes a tab that stays empty', async () => {
    window.open = () => null
    const tracker = await open({ courseId: 'basics' })
    const course = await page(tracker)
    button(course.shadowRoot!, 'Start course')!.click()
    const link = await eventually(() =>
      course.shadowRoot!.querySelector<HTMLAnchorElement>('[role=alert] a'),
    )
    expect(link.href).to.equal('https://academy.example/pumps')

    let isClosed = false
    window.open = () => ({ close: () => (isClosed = true) }) as never
    const broken = await open(
      { courseId: 'code' },
      {
        between: (request, next) =>
          request.url.endsWith('/launch')
            ? Promise.resolve(
                Response.json({ code: 'state-conflict', status: 409 }, { status: 409 }),
              )
            : next(),
      },
    )
    button((await page(broken)).shadowRoot!, 'Start course')!.click()
    await eventually(() => isClosed)
  })

  const unit = (id: string, title: string) => ({
    ...{ id, texts: { en: title }, href: `https://courses.example/${id}/index.html` },
    ...{ publisherId: `https://publisher.example/${id}`, moveOn: 'Completed' as const },
    launchMethod: 'AnyWindow' as const,
  })

  it('lists no parts where the course is the only one', async () => {
    const units = [unit('one', 'Pump package')]
    await backend.store.write(({ courses }) =>
      courses.put([courseOf('pack', 'Pump package', 5, { kind: 'cmi5', units })]),
    )
    await enrol('ada', { courseId: 'pack' })
    const { shadowRoot } = await page(await open({ courseId: 'pack' }))
    await eventually(() => button(shadowRoot!, 'Start course'))

    expect(shadowRoot!.querySelector('.units')).to.equal(null)
  })

  it('shows the parts of a package with their progress, and opens one of them', async () => {
    await backend.store.write(({ courses }) =>
      courses.put([
        courseOf('pack', 'Pump package', 5, {
          ...{ kind: 'cmi5', units: [unit('one', 'Mounting'), unit('two', 'Starting')] },
        }),
      ]),
    )
    const one = await enrol('ada', { courseId: 'pack' })
    window.open = () => null
    const asked: unknown[] = []
    const tracker = await open(
      { courseId: 'pack' },
      {
        between: async (request, next) => {
          if (!request.url.endsWith(`/enrolments/${one.id}/launch`)) return next()
          asked.push((await request.json()).unitId)
          const expiresAt = inDays(1)
          return Response.json({ url: 'https://courses.example/two', window: 'any', expiresAt })
        },
      },
    )
    const course = await page(tracker)
    const units = await eventually(() => course.shadowRoot!.querySelector('.units'))
    expect([...units.querySelectorAll('li')].map(textIn)).to.deep.equal([
      'Mounting Not started Open the course',
      'Starting Not started Open the course',
    ])
    await expect(course).to.be.accessible()
    units.querySelectorAll('button')[1]!.click()
    const link = await eventually(() =>
      course.shadowRoot!.querySelector<HTMLAnchorElement>('[role=alert] a'),
    )

    expect(link.href).to.equal('https://courses.example/two')
    expect(asked).to.deep.equal(['two'])
  })

  it('follows progress on the page of the course, too', async () => {
    await enrol('ada', { courseId: 'basics' })
    const course = await page(await open({ courseId: 'basics' }))
    await complete('ada', 'basics')

    await eventually(() => textIn(find(course, '.rail .progress')) === 'Completed')
  })

  it('names the courses that come before, and leads to them', async () => {
    await enrol('ada', { courseId: 'service' })
    const tracker = await open({ courseId: 'service' })
    const course = await page(tracker)

    expect(button(course.shadowRoot!, 'Start course')).to.equal(undefined)
    button(course.shadowRoot!, 'Pump basics')!.click()
    await eventually(() => textIn(course.shadowRoot!.querySelector('#heading')) === 'Pump basics')
    expect(tracker.courseId).to.equal('basics')
  })

  it('books a seat, queues where none is left, and gives the seat back', async () => {
    const tracker = await open({ courseId: 'bench' })
    const course = await page(tracker)
    const list = await eventually(() => course.shadowRoot!.querySelector('.classes'))
    expect(textIn(list)).to.contain('1 seat left')
    await expect(course).to.be.accessible()
    button(course.shadowRoot!, 'Book a seat')!.click()
    await eventually(() => textIn(list).includes('You have a seat'))

    const other = await page(await open({ courseId: 'bench' }, { user: 'ben' }))
    await eventually(() => button(other.shadowRoot!, 'Join the waiting list'))
    button(other.shadowRoot!, 'Join the waiting list')!.click()
    await eventually(() => textIn(find(other, '.classes')).includes('Waiting list, place 1'))
    button(course.shadowRoot!, 'Cancel booking')!.click()
    await eventually(() => textIn(find(other, '.classes')).includes('You have a seat'))
  })

  it('shows paths with their progress, and enrols in one', async () => {
    const tracker = await open()
    const paths = await openView(tracker, 'paths')
    expect(textIn(find(paths, '.cards'))).to.match(/Start .*0 % done/)
    await expect(paths).to.be.accessible()
    expect(paths.shadowRoot!.activeElement?.id).to.equal('heading')
    button(paths.shadowRoot!, 'Enrol in this path')!.click()
    await eventually(async () => {
      const { mine } = (await backend.as('ada', 'GET', '/courses/service')) as Course
      return mine?.status === 'assigned'
    })
    button(paths.shadowRoot!, 'All courses')!.click()
    await eventually(() => tracker.shadowRoot!.activeElement?.id === 'view-paths')
  })

  it('shows certificates, those to earn, and what the company lacks', async () => {
    const tracker = await open()
    const shown = await openView(tracker, 'certificates')
    expect(textIn(find(shown, '.content'))).to.match(/do not hold a certificate.*Expert.*0 of 1/)
    await expect(shown).to.be.accessible()
    await complete('ada', 'basics')
    await complete('ada', 'service')

    await eventually(() => /Expert Valid/.test(textIn(find(shown, '.content'))))
    expect(textIn(find(shown, '.content'))).to.contain('ada, until')
  })

  for (const [view, path] of [
    ['paths', '/v1/paths'],
    ['classes', '/v1/classes'],
    ['certificates', '/v1/awards'],
  ] as const)
    it(`fetches once more when it hears of changes, and then rests: ${view}`, async () => {
      let fetched = 0
      const between: Between = (request, next) => {
        if (new URL(request.url).pathname === path) fetched++
        return next()
      }
      const tracker = await open({}, { between })
      await openView(tracker, view)
      // The first one shows it, the second one what changed until changes were heard.
      await eventually(() => fetched === 2)
      for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame)
      expect(fetched).to.equal(2)
    })

  it('lets an administrator see who is due and assign', async () => {
    const tracker = await open({}, { user: 'eva' })
    const team = await openView(tracker, 'team')
    await expect(team).to.be.accessible()
    button(team.shadowRoot!, 'Assign')!.click()
    await eventually(() => textIn(find(team, '#fault')) === 'Choose a course or path.')
    find<HTMLSelectElement>(team, 'select').value = 'course:basics'
    find<HTMLInputElement>(team, '[value=ada]').checked = true
    find<HTMLInputElement>(team, '[type=date]').value = inDays(5).slice(0, 10)
    button(team.shadowRoot!, 'Assign')!.click()

    await eventually(() => team.shadowRoot!.querySelector('tbody tr'))
    expect(textIn(find(team, 'tbody tr'))).to.match(/^ada Pump basics Due .* Not started$/)
    const { mine } = (await backend.as('ada', 'GET', '/courses/basics')) as Course
    expect(mine?.dueAt).to.not.equal(undefined)
  })

  for (const [user, view, people] of [
    ['ada', 'certificates', ['ada']],
    ['eva', 'team', ['ada', 'ben']],
  ] as const)
    it(`saves the transcript of ${view} as a spreadsheet`, async () => {
      await complete('ada', 'basics')
      await complete('ben', 'basics')
      const shown = await openView(await open({}, { user }), view)
      const save = await eventually(() => shown.shadowRoot!.querySelector('#transcript'))
      await expect(shown).to.be.accessible()
      const { click } = HTMLAnchorElement.prototype
      const saved: HTMLAnchorElement[] = []
      HTMLAnchorElement.prototype.click = function () {
        saved.push(this)
      }
      try {
        ;(save as HTMLElement).click()
        const { href, download } = await eventually(() => saved[0])
        const [head, ...lines] = (await (await fetch(href)).text()).trim().split('\r\n')

        expect(download).to.equal('transcript.csv')
        expect(head).to.contain('Person,Course,Kind,Learning path,Status,Progress in percent')
        expect(lines.map((line) => line.split(',')[0]).toSorted()).to.deep.equal(people)
        expect(lines[0]).to.match(/,Pump basics,Web page,,Completed,100,/)
      } finally {
        HTMLAnchorElement.prototype.click = click
      }
    })

  for (const view of ['certificates', 'classes'])
    it(`makes and ends an address for calendars in ${view}`, async () => {
      const shown = await openView(await open(), view)
      const root = shown.shadowRoot!
      ;(await eventually(() => button(root, 'Make calendar address'))).click()
      const field = await eventually(() => root.querySelector<HTMLInputElement>('#feed-address'))
      const [first] = [field.value]
      const read = (url: string) => backend.fetch(new Request(url))

      expect(first).to.match(/\/calendar\/[\w-]{22}\.ics$/)
      await eventually(() => root.activeElement === field)
      expect(await (await read(first)).text()).to.contain('BEGIN:VCALENDAR')
      // The toast that tells of the address has little contrast until it has faded in.
      await still(root.querySelector('.toasts')!)
      await expect(shown).to.be.accessible()
      button(root, 'End address')!.click()
      await eventually(() => root.activeElement?.id === 'feed-make')
      expect(root.querySelector('#feed-address')).to.equal(null)
      expect((await read(first)).status).to.equal(404)
    })

  it('offers the team to administrators only', async () => {
    const tracker = await open()

    expect(tracker.shadowRoot!.querySelector('#view-team')).to.equal(null)
  })

  for (const view of ['', 'paths', 'classes', 'certificates', 'team'])
    it(`fits into 320 px from right to left: ${view || 'courses'}`, async () => {
      await enrol('eva', { courseId: 'basics', dueAt: inDays(3) })
      const tracker = backend
        .portal('eva', undefined, { locale: 'ar' })
        .create('prm-training-tracker') as PrmTrainingTracker
      if (view) tracker.view = view
      const box = document.createElement('div')
      box.setAttribute('style', 'inline-size: 320px')
      box.append(tracker)
      await show(box)
      await until(tracker, 'ready')
      const shown = view ? await part(tracker, `prm-training-${view}`) : tracker

      expect(find(shown, '.root').dir).to.equal('rtl')
      expect(find(shown, '.root').scrollWidth).to.be.at.most(320)
    })

  it('lets the host page open a course in its own way', async () => {
    const tracker = await open({ courseHref: '/academy/{id}' })
    const asked: string[] = []
    tracker.addEventListener('prm-navigate', (event) => {
      const { resource, id } = event as NavigateEvent
      asked.push(`${resource} ${id}`)
      event.preventDefault()
    })
    find(tracker, '#row-basics .cover').click()
    find(tracker, '#view-paths').click()

    expect(asked).to.deep.equal(['course basics', 'training paths'])
    expect([tracker.courseId, tracker.view]).to.deep.equal([undefined, undefined])
    expect(find(tracker, '#row-basics .cover').getAttribute('href')).to.equal('/academy/basics')
  })
})
