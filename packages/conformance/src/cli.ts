#!/usr/bin/env node
import { open, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { causesOf } from './causes.ts'
import { htmlReport, jsonReport, junitReport } from './report.ts'
import { run, type Outcome } from './run.ts'
import type { Target, Who } from './target.ts'

const usage = `Usage: prmkit-conformance <base-url> --api-key KEY --seller E-MAIL --stranger E-MAIL [options]

Tries every promise of the contract against a backend, with test users of it.

  --api-key KEY        secret key that makes sessions (or PRMKIT_API_KEY)
  --seller E-MAIL      administrator of one partner
  --stranger E-MAIL    user of another partner
  --colleague E-MAIL   another user of the seller's partner
  --restricted E-MAIL  seller of the seller's partner who sees only what is theirs
  --manager E-MAIL     manager of the vendor; without one, checks of decisions are skipped
  --limited E-MAIL     user whose requests of this minute may be used up
  --brief-token TOKEN  token that expires within a minute
  --junit FILE         write a JUnit report
  --json FILE          write a JSON report
  --html FILE          write a report for people
  --help               print this

Exit status: 0 keeps the contract, 1 falls short, also where some checks could not run, 2 could not run.
`

const value = { type: 'string' } as const

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'api-key': value,
      seller: value,
      stranger: value,
      colleague: value,
      restricted: value,
      manager: value,
      limited: value,
      'brief-token': value,
      junit: value,
      json: value,
      html: value,
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    process.exit(0)
  }
  const apiKey = values['api-key'] ?? process.env['PRMKIT_API_KEY']
  const [baseUrl, ...rest] = positionals
  if (!baseUrl || rest.length || !apiKey || !values.seller || !values.stranger)
    throw new Error('A base URL, an API key, a seller and a stranger are needed.')
  const who = (email: string): Who => ({ user: { email } })
  const target: Target = {
    baseUrl,
    apiKey,
    seller: who(values.seller),
    stranger: who(values.stranger),
    ...(values.colleague && { colleague: who(values.colleague) }),
    ...(values.restricted && { restricted: who(values.restricted) }),
    ...(values.manager && { manager: who(values.manager) }),
    ...(values.limited && { limited: who(values.limited) }),
    ...(values['brief-token'] && { briefToken: values['brief-token'] }),
  }
  return { target, files: values }
}

function stop(error: unknown, hint: string): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${hint}\n`)
  process.exit(2)
}

/** A run takes a while; a report that cannot be written is found before it. */
async function requireWritable(paths: readonly (string | undefined)[]): Promise<void> {
  for (const path of paths)
    try {
      if (path !== undefined) await (await open(path, 'a')).close()
    } catch (error) {
      stop(error, `No report can be written to ${path}. Name a file in a folder that exists.`)
    }
}

/** Prints an outcome; one of a cause that was printed before is told in a line. */
function print({ check, result, reason, cause }: Outcome, before: readonly Outcome[]): void {
  process.stdout.write(`${result.padEnd(5)} ${check.id}: ${check.title}\n`)
  const first = cause && before.find((one) => one.cause === cause && one.result === result)
  const told = first ? `The same cause as ${first.check.id}.` : reason
  if (told) process.stdout.write(`      ${told.replaceAll('\n', '\n      ')}\n`)
}

async function main(): Promise<void> {
  let given
  try {
    given = readArguments()
  } catch (error) {
    stop(error, '\n' + usage)
  }
  const { target, files } = given
  await requireWritable([files.junit, files.json, files.html])
  const outcomes: Outcome[] = []
  try {
    for await (const outcome of run(target)) {
      print(outcome, outcomes)
      outcomes.push(outcome)
    }
  } catch (error) {
    stop(
      error,
      `Could not run the checks against ${target.baseUrl}: before the first, sessions.create for each user, discovery.get and me.get must answer, and with the capability deals also forms.get, products.list and partners.list.`,
    )
  }
  if (files.junit) await writeFile(files.junit, junitReport(outcomes))
  if (files.json) await writeFile(files.json, jsonReport(target.baseUrl, outcomes))
  if (files.html) await writeFile(files.html, htmlReport(target.baseUrl, outcomes))
  const count = (result: Outcome['result']) =>
    outcomes.filter((one) => one.result === result).length
  process.stdout.write(
    `\n${count('pass')} passed, ${count('fail')} failed, ${count('skip')} skipped, ${count('error')} could not run\n`,
  )
  for (const { cause, checks } of causesOf(outcomes).filter((one) => one.checks.length > 1))
    process.stdout.write(`${checks.length} checks for one cause: ${cause} (${checks.join(', ')})\n`)
  // A check that failed may have left a stream open.
  process.exit(count('fail') ? 1 : count('error') ? 2 : 0)
}

await main()
