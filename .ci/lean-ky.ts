/** Leaves out of a build how ky counts the bytes of a body: no call of the client asks for it. */
export const leanKy = {
  name: 'lean-ky',
  transform: {
    filter: { id: /ky\/distribution\/utils\/body\.js$/ },
    handler: () => 'export const streamRequest = undefined, streamResponse = undefined',
  },
}
