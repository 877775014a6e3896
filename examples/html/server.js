import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

// Who is signed in is the site's own business; here it is always the same person.
const { API = 'http://localhost:4101', PRMKIT_SECRET_KEY, USER_EMAIL, PORT = 4200 } = process.env
if (!PRMKIT_SECRET_KEY || !USER_EMAIL)
  throw new Error('Set PRMKIT_SECRET_KEY and USER_EMAIL; README.md says where they come from.')
const cdn = new URL('cdn/', import.meta.resolve('@prmkit/elements/custom-elements.json'))

// An upgrade in place changes the loader alone, and all other names: only the loader is asked for anew.
const cachingOf = (file) =>
  file === 'prmkit.js' ? 'no-cache' : 'public, max-age=31536000, immutable'

const unreachable = ({ cause, message }) => {
  const why = cause?.code ?? cause?.message ?? message
  const error = `The partner backend at ${API} does not answer: ${why}. Start it, or set API to its address.`
  return [502, JSON.stringify({ error })]
}

createServer(async ({ method, url = '/' }, response) => {
  if (method === 'POST' && url === '/prm-token') {
    const Authorization = `Bearer ${PRMKIT_SECRET_KEY}`
    const headers = { Authorization, 'Content-Type': 'application/json' }
    const body = JSON.stringify({ user: { email: USER_EMAIL } })
    const [status, answer] = await fetch(`${API}/v1/sessions`, { method, headers, body })
      .then(async (session) => [session.status, await session.text()])
      .catch(unreachable)
    response.writeHead(status, { 'Content-Type': 'application/json' })
    return response.end(answer)
  }
  const file = /^\/cdn\/([\w.-]+\.(?:js|json))$/.exec(url)?.[1]
  const type = file ? (file.endsWith('.js') ? 'text/javascript' : 'application/json') : 'text/html'
  const found = await readFile(
    file ? new URL(file, cdn) : new URL('index.html', import.meta.url),
  ).catch(() => undefined)
  const caching = file && found ? cachingOf(file) : 'no-store'
  response
    .writeHead(found ? 200 : 404, { 'Content-Type': type, 'Cache-Control': caching })
    .end(found)
}).listen(PORT, 'localhost', function () {
  process.stdout.write(`http://localhost:${this.address().port}\n`)
})
