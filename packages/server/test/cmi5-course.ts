import { newUuid } from '../src/ids.ts'
import { testApp, type Person } from './app.ts'
import { aCertification, aCourse, aUnit } from './training-records.ts'

export const verbs = 'http://adlnet.gov/expapi/verbs/'
const category = (name: string) => ({ id: `https://w3id.org/xapi/cmi5/context/categories/${name}` })
const progressExtension = 'https://w3id.org/xapi/cmi5/result/extensions/progress'

/** The app with a course of two parts, a block around them and a certification for it. */
export async function openCourse() {
  const app = await testApp()
  await app.store.write(async (tables) => {
    await tables.courses.put([
      aCourse({
        ...{ id: 'safety', kind: 'cmi5' },
        units: [aUnit(), aUnit({ id: 'two', moveOn: 'Completed', launchMethod: 'OwnWindow' })],
        blocks: [{ id: 'chapter', unitIds: ['one'] }],
      }),
    ])
    await tables.certifications.put([
      aCertification({ id: 'safe', courses: [{ courseId: 'safety', minimumScore: 0.85 }] }),
    ])
  })
  const sam = await app.signIn('sam')
  const made = await sam.send('POST', '/enrolments', { body: { courseId: 'safety' } })
  return { ...app, sam, enrolmentId: made.body.items[0].id as string }
}

/** The app with somebody who is enrolled in that course. */
export type Opened = Awaited<ReturnType<typeof openCourse>>

/** Opens a course as a browser does, and answers the means of its code. */
export async function launch(
  { app, sam, enrolmentId, time }: Opened & { sam: Person },
  unitId = 'one',
) {
  const { body } = await sam.send('POST', `/enrolments/${enrolmentId}/launch`, { body: { unitId } })
  const url = new URL(body.url)
  const [endpoint, once] = [url.searchParams.get('endpoint')!, url.searchParams.get('fetch')!]
  const actor = JSON.parse(url.searchParams.get('actor')!)
  const registration = url.searchParams.get('registration')!
  const activityId = url.searchParams.get('activityId')!
  const fetchOnce = async () =>
    (await app.fetch(new Request(once, { method: 'POST' }))).json() as Promise<
      Record<string, string>
    >
  const token = (await fetchOnce())['auth-token']

  async function send(method: string, path: string, sent?: unknown, headers: object = {}) {
    const response = await app.fetch(
      new Request(endpoint + path, {
        method,
        headers: {
          ...{ authorization: `Basic ${token}`, 'x-experience-api-version': '1.0.3' },
          ...(sent !== undefined && { 'content-type': 'application/json' }),
          ...(headers as Record<string, string>),
        },
        ...(sent !== undefined && { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
      }),
    )
    const text = await response.text()
    return { status: response.status, text, headers: response.headers }
  }

  const state = new URLSearchParams({
    ...{ activityId, agent: JSON.stringify(actor), registration, stateId: 'LMS.LaunchData' },
  })
  const data = JSON.parse((await send('GET', `/activities/state?${state}`)).text)

  function statement(verb: string, more: Record<string, unknown> = {}, ...marks: string[]) {
    return {
      ...{ id: newUuid(), actor, timestamp: new Date(time.now).toISOString() },
      ...{ verb: { id: verb.includes(':') ? verb : verbs + verb }, object: { id: activityId } },
      context: {
        ...{ ...data.contextTemplate, registration },
        contextActivities: {
          ...data.contextTemplate.contextActivities,
          category: marks.map(category),
        },
      },
      ...more,
    }
  }
  const duration = 'PT5M'
  const said = {
    initialized: () => statement('initialized', {}, 'cmi5'),
    progressed: (progress: number) =>
      statement('progressed', { result: { extensions: { [progressExtension]: progress } } }),
    completed: () =>
      statement('completed', { result: { completion: true, duration } }, 'cmi5', 'moveon'),
    passed: (scaled = 0.9) =>
      statement(
        'passed',
        { result: { success: true, score: { scaled }, duration } },
        ...['cmi5', 'moveon'],
      ),
    failed: (scaled = 0.3) =>
      statement(
        'failed',
        { result: { success: false, score: { scaled }, duration } },
        ...['cmi5', 'moveon'],
      ),
    terminated: () => statement('terminated', { result: { duration } }, 'cmi5'),
  }
  const post = (...statements: unknown[]) =>
    send('POST', '/statements', statements.length === 1 ? statements[0] : statements)
  return {
    ...{ token, body, url, actor, registration, activityId, data },
    ...{ send, post, said, fetchOnce, statement },
  }
}

/** The enrolment as its learner sees it now. */
export const enrolmentOf = async ({ sam, enrolmentId }: Opened) =>
  (await sam.send('GET', `/enrolments/${enrolmentId}`)).body
