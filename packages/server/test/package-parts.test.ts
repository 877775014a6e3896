import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { memoryFiles } from '../src/files/memory-files.ts'
import { scormScript } from '../src/scorm-script.ts'
import { testApp } from './app.ts'
import { enrolmentOf, launch } from './cmi5-course.ts'
import { contentTree } from './content-tree.ts'
import { au, block, cmi5Xml, scormXml, zipOf } from './course-packages.ts'
import { contentOrigin, launchScorm, said } from './scorm-course.ts'

const pages = { 'one.html': '<h1>One</h1>', 'two.html': '<h1>Two</h1>' }

/** Brings a package in, and enrols Sam in its course. */
async function enrolled(t: TestContext, zip: Buffer) {
  const tree = contentTree()
  t.after(tree.end)
  const fileStore = memoryFiles()
  const app = await testApp({ fileStore, contentOrigin, scormScript })
  tree.write('products.csv', 'key,name\n')
  tree.write('training/pumps.zip', zip)
  const { problems } = await tree.bring('training', app.store, {
    ...{ fileStore, clock: () => app.time.now },
  })
  assert.deepEqual(problems, [])
  const { id: courseId } = (await app.store.read.content.find('courses', ['pumps'])).get('pumps')!
  const sam = await app.signIn('sam')
  const made = await sam.send('POST', '/enrolments', { body: { courseId } })
  const [{ id: enrolmentId, units }] = made.body.items
  const unitIds = units.map(({ id }: { id: string }) => id) as [string, string]
  const text = async (url: URL) => (await app.app.fetch(new Request(url))).text()
  return { ...app, sam, enrolmentId, unitIds, text }
}

test('a cmi5 package of two parts is done when each was launched and done (cmi5, 9.3.9 and 13.1.4)', async (t) => {
  const opened = await enrolled(
    t,
    zipOf({
      'cmi5.xml': cmi5Xml(
        block('b', au('one', 'one.html', 'moveOn="CompletedAndPassed" masteryScore="0.8"')) +
          au('two', 'two.html', 'moveOn="Completed"'),
      ),
      ...pages,
    }),
  )
  const [one, two] = opened.unitIds
  const first = await launch(opened, one)
  assert.equal(await opened.text(first.url), pages['one.html'])
  const { initialized, passed, completed, terminated } = first.said
  const told = await first.post(initialized(), passed(), completed(), terminated())
  assert.equal(told.status, 200, told.text)
  const half = await enrolmentOf(opened)
  assert.deepEqual([half.status, half.progress, half.satisfied], ['in_progress', 50, false])

  const second = await launch(opened, two)
  assert.equal(await opened.text(second.url), pages['two.html'])
  assert.notEqual(second.activityId, first.activityId)
  assert.equal(second.registration, first.registration)
  const foreign = await second.post(second.said.initialized(), {
    ...second.said.completed(),
    object: { id: first.activityId },
  })
  assert.match(foreign.text, /9\.4/)
  const done = await second.post(second.said.initialized(), second.said.completed())
  assert.equal(done.status, 200, done.text)

  const { status, success, progress, satisfied } = await enrolmentOf(opened)
  assert.deepEqual([status, success, progress, satisfied], ['completed', 'passed', 100, true])
  const { statements } = JSON.parse((await second.send('GET', '/statements?ascending=true')).text)
  const ends = statements
    .filter(({ verb }: { verb: { id: string } }) => verb.id.endsWith('/satisfied'))
    .map(({ object }: { object: { definition: { type: string } } }) =>
      object.definition.type.split('/').at(-1),
    )
  assert.deepEqual(ends, ['block', 'course'])
})

for (const version of ['1.2', '2004 4th Edition'] as const)
  test(`a SCORM ${version} package of two parts opens one after the other, and is done when both are`, async (t) => {
    const type = version === '1.2' ? 'scormtype' : 'scormType'
    const parts = ['one', 'two']
    const opened = await enrolled(
      t,
      zipOf({
        'imsmanifest.xml': scormXml(
          version,
          parts
            .map(
              (id) =>
                `<item identifier="${id}" identifierref="r-${id}"><title>${id}</title></item>`,
            )
            .join(''),
          parts
            .map(
              (id) =>
                `<resource identifier="r-${id}" type="webcontent" adlcp:${type}="sco" href="${id}.html"/>`,
            )
            .join(''),
        ),
        ...pages,
      }),
    )
    const first = await launchScorm(opened)
    assert.equal(await opened.text(new URL(first.facts.href, contentOrigin)), pages['one.html'])
    const kept = await first.commit(said('completed', 'passed', { suspend_data: 'one' }), true)
    assert.equal(kept.status, 200)
    const half = await enrolmentOf(opened)
    assert.deepEqual([half.status, half.progress], ['in_progress', 50])

    const second = await launchScorm(opened)
    assert.equal(await opened.text(new URL(second.facts.href, contentOrigin)), pages['two.html'])
    assert.doesNotMatch(JSON.stringify(second.facts.cmi), /suspend_data":"one/)
    await second.commit(said('completed', 'passed'), true)

    const { status, success, progress } = await enrolmentOf(opened)
    assert.deepEqual([status, success, progress], ['completed', 'passed', 100])
  })
