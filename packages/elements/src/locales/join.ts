/** One catalogue's texts in another language, from several files. */
export const join = async (parts: Promise<{ messages: object }>[]) => ({
  messages: Object.assign({}, ...(await Promise.all(parts)).map(({ messages }) => messages)),
})
