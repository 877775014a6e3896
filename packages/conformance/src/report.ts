import { causesOf } from './causes.ts'
import type { Outcome } from './run.ts'

const escape = (text: string) =>
  text.replace(/[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (char) =>
    char < ' ' ? '' : `&#${char.charCodeAt(0)};`,
  )

const counts = (outcomes: readonly Outcome[]) => {
  const count = (result: Outcome['result']) =>
    outcomes.filter((outcome) => outcome.result === result).length
  return { pass: count('pass'), fail: count('fail'), skip: count('skip'), error: count('error') }
}

const rows = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ check: { id, rule, title }, result, reason, duration }) => ({
    id,
    rule,
    title,
    result,
    ...(reason !== undefined && { reason }),
    duration: Math.round(duration),
  }))

/** The outcomes as JSON: `{ baseUrl, counts, causes[], checks[] }`; a cause is told once with its checks. */
export function jsonReport(baseUrl: string, outcomes: readonly Outcome[]): string {
  const causes = causesOf(outcomes)
  const report = { baseUrl, counts: counts(outcomes), causes, checks: rows(outcomes) }
  return JSON.stringify(report, undefined, 2) + '\n'
}

/** The outcomes as JUnit XML, as build servers read it. */
export function junitReport(outcomes: readonly Outcome[]): string {
  const { fail, skip, error } = counts(outcomes)
  const elements = { pass: '', fail: 'failure', skip: 'skipped', error: 'error' }
  const cases = rows(outcomes).map(({ id, title, result, reason, duration }) => {
    const head = `<testcase classname="${escape(id)}" name="${escape(title)}" time="${duration / 1000}"`
    const element = elements[result]
    return element
      ? `  ${head}><${element} message="${escape(reason ?? '')}"/></testcase>`
      : `  ${head}/>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="prmkit-conformance" tests="${outcomes.length}" failures="${fail}" errors="${error}" skipped="${skip}">
${cases.join('\n')}
</testsuite>
`
}

/** The outcomes as one page for people, without scripts. */
export function htmlReport(baseUrl: string, outcomes: readonly Outcome[]): string {
  const { pass, fail, skip, error } = counts(outcomes)
  const body = rows(outcomes).map(
    ({ id, rule, title, result, reason }) =>
      `<tr class="${result}"><td>${result}</td><td>${escape(title)}<br><code>${escape(id)}</code> · ${escape(rule)}${
        reason === undefined ? '' : `<pre>${escape(reason)}</pre>`
      }</td></tr>`,
  )
  const causes = causesOf(outcomes)
    .filter(({ checks }) => checks.length > 1)
    .map(({ cause, checks }) => `<li>${checks.length} checks for one cause: ${escape(cause)}</li>`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Conformance of ${escape(baseUrl)}</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse; width: 100% }
td { padding: .5em; border-top: 1px solid #8884; vertical-align: top }
td:first-child { font-weight: 600 }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
.fail td:first-child, .error td:first-child { color: light-dark(#b3261e, #ff8a80) }
.pass td:first-child { color: light-dark(#1b7f3b, #7bd88f) }
</style>
<h1>${fail + error ? 'Falls short' : 'Keeps the contract'}</h1>
<p>${escape(baseUrl)}: ${pass} passed, ${fail} failed, ${skip} skipped, ${error} could not run.</p>
${causes.length ? `<ul>${causes.join('\n')}</ul>\n` : ''}<table>${body.join('\n')}</table>
</html>
`
}
