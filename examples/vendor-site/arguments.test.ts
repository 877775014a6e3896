import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { readArguments, usage, UsageError } from './arguments.ts'

test('the command line comes before the environment', () => {
  const env = { PORT: '5000' }

  const ports = [readArguments([], {}), readArguments([], env), readArguments(['--port', '0'], env)]

  assert.deepEqual(
    ports.map(({ port }) => port),
    [4100, 5000, 0],
  )
  assert.equal(readArguments(['--data-dir', 'x'], {}).dataDir, 'x')
  const { publicUrl } = readArguments([], { PUBLIC_URL: 'https://Quellmark.example/' })
  assert.equal(publicUrl, 'https://quellmark.example')
})

test('what makes no sense is refused with what is possible', () => {
  const wrong: [string[], Record<string, string>, RegExp][] = [
    [['--port', 'banana'], {}, /“banana” is no port. Give --port a number from 0 to 65534/],
    [['--port', ''], {}, /is no port/],
    [['--port', '65535'], {}, /is no port/],
    [['--port=-1'], {}, /is no port/],
    [[], { PORT: 'banana' }, /“banana” is no port. Give PORT a number/],
    [
      ['--prot', '1'],
      {},
      /--prot.* Possible: --port N, --data-dir DIR, --public-url URL and --help/,
    ],
    [['--port'], {}, /--port.* Possible:/],
    [['4100'], {}, /4100.* Possible:/],
    [['--public-url', 'partners'], {}, /“partners” is no address of a site/],
    [['--public-url', 'ftp://a.example'], {}, /is no address/],
    [[], { PUBLIC_URL: 'https://a.example/portal' }, /is no address/],
  ]
  for (const [words, env, message] of wrong)
    assert.throws(
      () => readArguments(words, env),
      (error: Error) => error instanceof UsageError && message.test(error.message),
    )
})

test('the program says so in one line and ends', () => {
  const start = (...words: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'start.ts'), ...words], {
      encoding: 'utf8',
    })

  const refused = start('--prot', '1')
  const asked = start('--help')

  assert.deepEqual([refused.status, refused.stdout], [2, ''])
  assert.match(refused.stderr, /^vendor-site: .*--prot.*\n$/)
  assert.deepEqual([asked.status, asked.stdout], [0, usage])
})
