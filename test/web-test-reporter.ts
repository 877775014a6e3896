// Prints one line for each test file, what failed in it, and the closing line.
import { relative } from 'node:path'
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner'
import { closingLine, sum, type Tally } from './tally.ts'

export function reporter(engine: string): Reporter {
  let folder = process.cwd()
  return {
    start: ({ config, testFiles }) => {
      folder = config.rootDir
      if (testFiles.length === 0) console.log(`${engine}: no test file matches`)
    },
    reportTestFileResults: ({ sessionsForTestFile, testFile }) => {
      const tally = sum(sessionsForTestFile.map(tallyOf))
      const name = relative(folder, testFile)
      const seconds = (durationOf(sessionsForTestFile) / 1000).toFixed(1)
      const mark = tally.failed === 0 ? '✔' : '✖'
      console.log(`${mark} ${engine} ${name}: ${closingLine(tally)} (${seconds} s)`)
      if (tally.failed > 0) sessionsForTestFile.forEach(explain)
    },
    stop: ({ sessions }) => console.log(closingLine(sum(sessions.map(tallyOf)))),
  }
}

/** A file that could not be run, or ended badly after its tests, counts as one failure. */
function tallyOf(session: TestSession): Tally {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const { test } of testsOf(session.testResults)) {
    tally[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1
  }
  if (!session.passed && tally.failed === 0) tally.failed = 1
  return tally
}

/** The milliseconds that the tests of a file took, without loading it. */
function durationOf(sessions: TestSession[]): number {
  const tests = sessions.flatMap(({ testResults }) => testsOf(testResults))
  return tests.reduce((sum, { test }) => sum + (test.duration ?? 0), 0)
}

function explain({ testResults, errors, request404s, logs }: TestSession) {
  for (const { path, test } of testsOf(testResults)) {
    if (test.passed || test.skipped) continue
    const { error } = test
    const text = error?.stack?.includes(error.message)
      ? error.stack
      : `${error?.message ?? 'no message'}\n${error?.stack ?? ''}`
    console.log(`  ✖ ${path}\n${indent(text)}`)
  }
  for (const error of errors) console.log(`  ✖ ${error.message}\n${indent(error.stack ?? '')}`)
  for (const missing of request404s) console.log(`  404: ${missing}`)
  if (logs.length > 0) {
    console.log(
      `  the page logged:\n${logs.map((args) => indent(args.map(text).join(' '))).join('\n')}`,
    )
  }
}

function testsOf(suite: TestSuiteResult | undefined, above: string[] = []): NamedTest[] {
  if (!suite) return []
  const names = suite.name ? [...above, suite.name] : above
  const own = suite.tests.map((test) => ({ path: [...names, test.name].join(' › '), test }))
  return [...own, ...suite.suites.flatMap((inner) => testsOf(inner, names))]
}

type NamedTest = { path: string; test: TestSuiteResult['tests'][number] }

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

function indent(lines: string): string {
  return lines.trimEnd().replaceAll(/^/gm, '    ')
}
