import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { later, noon, unique } from '../records.ts'
import { aCourse, aLaunch, anEnrolment, aPackage } from '../training-records.ts'

/** Packages of courses, and what they report while they run. */
export function launchesSuite(opened: () => Store) {
  describe('launched courses', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('keeps launches, and finds those of a registration that have not ended', async () => {
      const registration = unique('registration')
      const [open, ended] = [
        aLaunch({ registration }),
        aLaunch({ registration, endedAt: noon, endedBy: 'abandoned' }),
      ]
      await store.write((tables) => tables.launches.put([open, ended]))

      assert.deepEqual(await store.read.launches.get(ended.id), ended)
      assert.deepEqual(await store.read.launches.open(registration), [open])
      const over = { ...open, endedAt: noon, endedBy: 'terminated' as const }
      await store.write((tables) => tables.launches.put([over]))
      assert.deepEqual(await store.read.launches.open(registration), [])
    })

    it('finds a launch with its enrolment, and the course as it is now', async () => {
      const course = aCourse()
      const enrolment = anEnrolment({ courseId: course.id })
      const launch = aLaunch({ enrolmentId: enrolment.id })
      await store.write(async (tables) => {
        await tables.courses.put([course])
        await tables.enrolments.put([enrolment])
        await tables.launches.put([launch, aLaunch({ id: `${launch.id}-lost` })])
      })
      const begun = (id: string) => store.write((tables) => tables.launches.begun(id))

      assert.deepEqual(await begun(launch.id), { launch, enrolment, course })
      const now = { ...course, minutes: 5 }
      await store.write((tables) => tables.courses.put([now]))
      assert.deepEqual(await begun(launch.id), { launch, enrolment, course: now })
      assert.equal(await begun(`${launch.id}-lost`), undefined)
    })

    it('keeps statements in their order and words, and none under an id that is there', async () => {
      const registration = unique('registration')
      const one = (id: string) => ({
        ...{ id, registration, storedAt: noon, timestamp: later(noon, -5) },
        statement: '{"b":1,"a":"\u0001 ü"}',
      })
      const statements = ['b', 'a', 'c'].map((letter) => one(`${unique('s')}-${letter}`))
      const insert = (inserted: typeof statements) =>
        store.write((tables) => tables.statements.insert(inserted))
      assert.deepEqual(
        await insert(statements),
        statements.map(({ id }) => id),
      )
      const fresh = one(unique('s'))
      assert.deepEqual(await insert([{ ...statements[0]!, statement: '{}' }, fresh]), [fresh.id])

      const found = await store.read.statements.ofRegistration(registration, 10)
      assert.deepEqual(found, [...statements, fresh])
      assert.deepEqual(await store.read.statements.many([statements[2]!.id]), [statements[2]])
    })

    it('keeps a package with its files once, and finds a file by its path', async () => {
      const record = aPackage()
      const file = {
        ...{ packageId: record.id, path: 'Ü/index.html', start: 5_000_000_000, packedSize: 7 },
        ...{ size: 9, isDeflated: true },
      }
      await store.write((tables) => tables.packages.put(record, [file]))
      await store.write((tables) => tables.packages.put({ ...record, units: [] }, []))

      assert.deepEqual(await store.read.packages.get(record.id), record)
      assert.deepEqual(await store.read.packages.many([record.id, 'other']), [record])
      assert.deepEqual(await store.read.packages.file(record.id, file.path), file)
      assert.equal(await store.read.packages.file(record.id, 'ü/index.html'), undefined)
    })

    it('tells which files courses have, and which somebody keeps who has not withdrawn', async () => {
      const [now, begun, left, free] = Array.from({ length: 4 }, () => aPackage())
      const keeping = (packageId: string, status: 'completed' | 'withdrawn') =>
        anEnrolment({ packageId, status })
      const document = unique('file')
      await store.write(async ({ packages, courses, enrolments }) => {
        for (const one of [now!, begun!, left!, free!]) await packages.put(one, [])
        await courses.put([aCourse({ packageId: now!.id }), aCourse({ fileId: document })])
        await enrolments.put([keeping(begun!.id, 'completed'), keeping(left!.id, 'withdrawn')])
      })
      const ids = [now!, begun!, left!, free!].map(({ fileId }) => fileId)

      assert.deepEqual(
        (await store.read.packages.needed([...ids, document, 'other'])).toSorted(),
        [now!.fileId, begun!.fileId, document].toSorted(),
      )
      assert.deepEqual(await store.read.packages.needed([]), [])
    })

    it('keeps one document under its place and id', async () => {
      const place = unique('place')
      const one = { place, id: 'b', mediaType: 'text/plain', body: 'x', hash: 'h', updatedAt: noon }
      const next = { ...one, id: 'a', updatedAt: later(noon, 1) }
      await store.write(async ({ documents }) => {
        await documents.put(one)
        await documents.put(next)
        await documents.put({ ...one, body: 'y' })
      })

      assert.deepEqual(await store.read.documents.get(place, 'b'), { ...one, body: 'y' })
      assert.deepEqual(
        (await store.read.documents.list(place)).map(({ id }) => id),
        ['a', 'b'],
      )
      await store.write(({ documents }) => documents.remove(place, 'a'))
      assert.equal(await store.read.documents.get(place, 'a'), undefined)
    })
  })
}
