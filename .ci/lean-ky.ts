/**
 * The parts of ky that a build leaves out, since no call of the client reaches them: `attempt` in
 * transport.ts reads each answer itself and shows ky an empty success.
 */
const leftOut: Readonly<Record<string, readonly RegExp[]>> = {
  // The test whether a browser sends streams, by which ky decides if it can count the bytes of a body.
  'core/constants.js': [/(?<=export const supportsRequestStreams = )\(\(\) => \{.*?\n\}\)\(\)/s],
  'core/Ky.js': [
    // The shortcuts `.json()`, `.text()` and so on of an answer, with their schemas.
    /^ {8}for \(const \[type, mimeType\] of Object\.entries\(responseTypes\)\).*?^ {8}\}\n/ms,
    // The text of an answer of failure, kept as `data` on ky's error.
    /^ +httpError\.data = .*\n/m,
    ...[
      'raceBodyRead',
      'getBodyReadTimeout',
      'getResponseData',
      'getErrorDataTimeout',
      'isJsonContentType',
      'readResponseText',
      'parseJson',
    ].map((method) => new RegExp(`^ {4}(async )?#${method}\\(.*?^ {4}\\}\\n`, 'ms')),
  ],
}

/** Files of ky that a build leaves out as a whole, and the exports that stand in for them. */
const emptied: Readonly<Record<string, string>> = {
  // The counting of bytes of a body.
  'utils/body.js': 'streamRequest = undefined, streamResponse = undefined',
  // The delay that an answer of failure asks for: asked-delay.ts reads it, by the clock of the answer.
  'core/retry-timing.js':
    'getRetryTimingHeader = () => undefined, calculateRetryTimingDelay = undefined',
}

/** Leaves out of a build what the client never asks of ky. */
export const leanKy = {
  name: 'lean-ky',
  transform: {
    filter: { id: /ky\/distribution\/(utils\/body|core\/(constants|Ky|retry-timing))\.js$/ },
    handler(code: string, id: string): string {
      const [, stand] = Object.entries(emptied).find(([file]) => id.endsWith(file)) ?? []
      if (stand) return `export const ${stand}`
      const [, parts] = Object.entries(leftOut).find(([file]) => id.endsWith(file)) ?? []
      return (parts ?? []).reduce((rest, part) => {
        if (!part.test(rest)) throw new Error(`ky has no ${part} in ${id} now: see lean-ky.ts.`)
        return rest.replace(part, id.endsWith('constants.js') ? 'false' : '')
      }, code)
    },
  },
}
