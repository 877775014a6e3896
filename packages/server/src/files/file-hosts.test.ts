import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { fileHosts, isPublicAddress } from './file-hosts.ts'

describe('files of other hosts', () => {
  const asked: string[] = []
  const leads: Record<string, string> = {
    '/moved.pdf': '/a.pdf',
    '/inside.pdf': 'http://169.254.169.254/latest/meta-data',
    '/elsewhere.pdf': 'https://elsewhere.example/a.pdf',
    '/file.pdf': 'file:///etc/passwd',
    '/loop.pdf': '/loop.pdf',
  }
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const to = leads[path]
    if (to !== undefined) response.writeHead(302, { location: to }).end()
    else if (path === '/a.pdf') response.end('%PDF-1.7')
    else if (path === '/long.pdf') response.writeHead(200, { 'content-length': '5000' }).write('x')
    else if (path === '/endless.pdf') {
      const more = setInterval(() => response.write('x'.repeat(1000)), 1)
      response.on('close', () => clearInterval(more))
    } else if (path === '/slow.pdf') {
      const more = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(more))
    } else if (path === '/packed.pdf')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')
    else if (path !== '/silent.pdf') response.writeHead(404).end()
  })
  let origin = ''
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const take = async (path: string, options = {}) => {
    const source = fileHosts(['files.acme.example', origin], options)
    return new Response(await source.open(`${origin}${path}`, 2000)).text()
  }

  it('are taken from an allowed one, also where it leads on within itself', async () => {
    assert.equal(await take('/a.pdf'), '%PDF-1.7')
    assert.equal(await take('/moved.pdf'), '%PDF-1.7')
  })

  it('are allowed by whole name, port and scheme', () => {
    const { allows } = fileHosts(['files.acme.example', 'http://dam.internal:8080', '127.0.0.1'])
    const allowed = ['https://files.acme.example/a.pdf', 'http://dam.internal:8080/a.pdf']
    const refused = [
      ...['http://files.acme.example/a.pdf', 'https://files.acme.example:8443/a.pdf'],
      ...['https://x.files.acme.example/a.pdf', 'https://files.acme.example.evil.example/a.pdf'],
      ...['https://me:secret@files.acme.example/a.pdf', 'https://dam.internal:8080/a.pdf'],
      ...['https://127.0.0.1/a.pdf', 'file:///etc/passwd', 'nothing'],
    ]

    assert.deepEqual([...allowed, ...refused].filter(allows), allowed)
  })

  it('lead to no other host, whatever the first one says', async () => {
    for (const path of ['/inside.pdf', '/elsewhere.pdf', '/file.pdf'])
      await assert.rejects(take(path), /is no allowed host/, path)
    asked.length = 0
    await assert.rejects(take('/loop.pdf'), /leads on more than 3 times/)
    assert.equal(asked.length, 4)
  })

  it('are refused where they are too large, too slow, silent, packed or not there', async () => {
    await assert.rejects(take('/long.pdf'), /has 5000 bytes; 2000 are possible/)
    await assert.rejects(take('/endless.pdf'), /more than 2000 bytes/)
    await assert.rejects(take('/slow.pdf', { time: 200 }), /too long|abort/i)
    await assert.rejects(take('/silent.pdf', { silence: 100 }), /fell silent/)
    await assert.rejects(take('/packed.pdf'), /packed the file as gzip/)
    await assert.rejects(take('/none.pdf'), /answered 404/)
  })

  it('are not taken from a name that leads into the network of the server', async () => {
    const source = fileHosts(['localhost'])
    await assert.rejects(source.open('https://localhost/a.pdf', 2000), /inner network/)
    const inner = [
      '10.1.2.3',
      '127.0.0.1',
      '169.254.169.254',
      '192.168.0.1',
      '100.64.0.1',
      '0.0.0.0',
    ]
    const innerSix = ['::1', '::ffff:10.0.0.1', 'fe80::1', 'fd00::1', '64:ff9b::a00:1', '::']
    assert.deepEqual([...inner, ...innerSix, 'localhost'].filter(isPublicAddress), [])
    const open = ['93.184.216.34', '2606:2800:220:1::1']
    assert.deepEqual(open.filter(isPublicAddress), open)
  })
})
