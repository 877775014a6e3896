/** The test whether a browser sends streams, by which ky decides if it can count the bytes of a body. */
const streamTest = /export const supportsRequestStreams = \(\(\) => \{.*?\n\}\)\(\);/s

/** Leaves out of a build how ky counts the bytes of a body: no call of the client asks for it. */
export const leanKy = {
  name: 'lean-ky',
  transform: {
    filter: { id: /ky\/distribution\/(utils\/body|core\/constants)\.js$/ },
    handler(code: string, id: string): string {
      if (id.endsWith('body.js'))
        return 'export const streamRequest = undefined, streamResponse = undefined'
      if (!streamTest.test(code))
        throw new Error('ky tests for streams in another way now: see lean-ky.ts.')
      return code.replace(streamTest, 'export const supportsRequestStreams = false')
    },
  },
}
