import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { childPerformer } from './child-performer.ts'

const answering = `process.on('message', ({ kind }) => {
  if (kind === 'hang') for (;;);
  if (kind === 'eat') { const all = []; for (;;) all.push('x'.repeat(1000) + all.length) }
  if (kind === 'die') process.exit(1)
  process.send(kind === 'fail' ? { problem: 'no' } : { result: kind })
})
process.send('ready')`

describe('work in child processes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prmkit-child-'))
  const file = join(folder, 'child.mjs')
  writeFileSync(file, answering)
  const performer = childPerformer({
    time: 2000,
    memory: 32,
    processes: 1,
    program: pathToFileURL(file),
  })
  after(async () => {
    await performer.close()
    rmSync(folder, { recursive: true })
  })

  it('answers, and tells what failed', async () => {
    assert.equal(await performer.perform('echo', {}), 'echo')
    await assert.rejects(performer.perform('fail', {}), /^WorkError: no$/)
  })

  it('ends what takes too long, and the rest goes on', async () => {
    const [hung, next] = await Promise.allSettled([
      performer.perform('hang', {}),
      performer.perform('after', {}),
    ])

    assert.match(String((hung as PromiseRejectedResult).reason), /longer than 2 s and was ended/)
    assert.equal((next as PromiseFulfilledResult<unknown>).value, 'after')
  })

  it('survives work that eats its memory or ends its process', async () => {
    await assert.rejects(performer.perform('die', {}), /process ended/)
    await assert.rejects(performer.perform('eat', {}), /was ended/)
    assert.equal(await performer.perform('after', {}), 'after')
  })

  it('tells why no process can begin, and tries again with the next work', async () => {
    const broken = join(folder, 'broken.mjs')
    writeFileSync(broken, `throw new Error('a part is missing')`)
    const limits = { time: 20_000, processes: 1, program: pathToFileURL(broken) }
    const beginner = childPerformer(limits)
    const work = [beginner.perform('one', {}), beginner.perform('two', {})]

    for (const one of work) await assert.rejects(one, /could not begin.*a part is missing/s)
    writeFileSync(broken, answering)
    assert.equal(await beginner.perform('three', {}), 'three')
    await beginner.close()
  })
})
