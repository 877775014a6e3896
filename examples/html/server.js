import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

// Who is signed in is the site's own business; here it is always the same person.
const { API = 'http://localhost:4101', PRMKIT_SECRET_KEY, USER_EMAIL, PORT = 4200 } = process.env
if (!PRMKIT_SECRET_KEY || !USER_EMAIL)
  throw new Error('Set PRMKIT_SECRET_KEY and USER_EMAIL; README.md says where they come from.')
const cdn = new URL('cdn/', import.meta.resolve('@prmkit/elements/custom-elements.json'))

createServer(async ({ method, url = '/' }, response) => {
  if (method === 'POST' && url === '/prm-token') {
    const headers = {
      Authorization: `Bearer ${PRMKIT_SECRET_KEY}`,
      'Content-Type': 'application/json',
    }
    const body = JSON.stringify({ user: { email: USER_EMAIL } })
    const session = await fetch(`${API}/v1/sessions`, { method, headers, body }).catch(() => {})
    if (!session) return response.writeHead(502).end(`${API} does not answer. Is it running?`)
    response.writeHead(session.status, { 'Content-Type': 'application/json' })
    return response.end(await session.text())
  }
  const file = /^\/cdn\/([\w.-]+\.(?:js|json))$/.exec(url)?.[1]
  const type = file ? (file.endsWith('.js') ? 'text/javascript' : 'application/json') : 'text/html'
  const found = await readFile(
    file ? new URL(file, cdn) : new URL('index.html', import.meta.url),
  ).catch(() => undefined)
  response.writeHead(found ? 200 : 404, { 'Content-Type': type }).end(found)
}).listen(PORT, 'localhost', function () {
  process.stdout.write(`http://localhost:${this.address().port}\n`)
})
