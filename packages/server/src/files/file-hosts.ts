import { lookup as resolve } from 'node:dns'
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { FetchError, type FileSource } from './file-source.ts'

const mostRedirects = 3

/** The bounds of taking files from other hosts. */
export interface FileHostOptions {
  /** Milliseconds in which a whole file has to arrive, 300,000 unless told. */
  time?: number
  /** Milliseconds for which a host may say nothing, 20,000 unless told. */
  silence?: number
}

/**
 * Takes files from hosts that the vendor allows. A name such as `files.acme.example` is reached by https
 * and only at public addresses, so that nobody can make this server ask its own network; an origin such
 * as `http://dam.internal:8080` is reached as it is written. Redirects lead to allowed hosts only.
 */
export function fileHosts(
  hosts: readonly string[],
  { time = 300_000, silence = 20_000 }: FileHostOptions = {},
): FileSource {
  const names = new Set(hosts.filter((host) => !host.includes('://')))
  const origins = new Set(hosts.filter((host) => host.includes('://')))
  const isPublic = ({ protocol, hostname, port }: URL) =>
    protocol === 'https:' && port === '' && names.has(hostname) && !isInnerAddress(hostname)
  const isAllowed = (url: URL) =>
    url.username === '' && url.password === '' && (isPublic(url) || origins.has(url.origin))

  function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((answer, reject) => {
      const send = url.protocol === 'https:' ? secureRequest : plainRequest
      const options = {
        ...{ signal, timeout: silence, headers: { 'accept-encoding': 'identity' } },
        ...(!origins.has(url.origin) && { lookup: publicLookup }),
      }
      const request = send(url, options, answer)
      request.on('timeout', () => request.destroy(new FetchError('The host fell silent.')))
      request.on('error', reject)
      request.end()
    })
  }

  return {
    allows: (address) => URL.canParse(address) && isAllowed(new URL(address)),
    async open(address, largest) {
      const signal = AbortSignal.timeout(time)
      let url = new URL(address)
      for (let hop = 0; hop <= mostRedirects; hop++) {
        if (!isAllowed(url)) throw new FetchError(`${url.origin} is no allowed host.`)
        const answer = await ask(url, signal).catch((error: Error) => {
          throw error instanceof FetchError ? error : new FetchError(`It failed: ${error.message}.`)
        })
        const { statusCode = 0, headers } = answer
        const { location } = headers
        if ([301, 302, 303, 307, 308].includes(statusCode) && location !== undefined) {
          answer.destroy()
          if (!URL.canParse(location, url.href)) throw new FetchError('It leads to no address.')
          url = new URL(location, url)
          continue
        }
        const refuse = (why: string) => {
          answer.destroy()
          return new FetchError(why)
        }
        if (statusCode !== 200) throw refuse(`The host answered ${statusCode}.`)
        if ((headers['content-encoding'] ?? 'identity') !== 'identity')
          throw refuse(`The host packed the file as ${headers['content-encoding']}.`)
        if (Number(headers['content-length'] ?? 0) > largest)
          throw refuse(`The file has ${headers['content-length']} bytes; ${largest} are possible.`)
        return bounded(answer, largest, signal)
      }
      throw new FetchError(`It leads on more than ${mostRedirects} times.`)
    },
  }
}

/** The bytes of an answer; their stream fails where they are too many or too late. */
function bounded(
  answer: IncomingMessage,
  largest: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let size = 0
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size > largest) throw new FetchError(`The file has more than ${largest} bytes.`)
      controller.enqueue(chunk)
    },
  })
  signal.addEventListener('abort', () => answer.destroy(new FetchError('It took too long.')))
  return (Readable.toWeb(answer) as unknown as ReadableStream<Uint8Array>).pipeThrough(count)
}

/** Addresses (an IPv4 one also where it is written as IPv6) of this machine, of private networks, and of no single public machine (RFC 6890). */
const inner = new BlockList()
for (const [address, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
  ...([
    ['::', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
] as const)
  inner.addSubnet(address, bits, address.includes(':') ? 'ipv6' : 'ipv4')

/** Tells whether an address is one that the whole internet reaches. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  return version !== 0 && !inner.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** Tells whether a host is written as an address that is not public. */
function isInnerAddress(host: string): boolean {
  const address = host.replaceAll(/[[\]]/g, '')
  return isIP(address) !== 0 && !isPublicAddress(address)
}

/** Finds the addresses of a host; fails where one of them is not public. */
const publicLookup: LookupFunction = (host, options, answer) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, '')
    const wrong = found.find(({ address }) => !isPublicAddress(address))
    if (wrong || found.length === 0)
      return answer(new FetchError(`${host} is at an address of an inner network.`), '')
    if (options.all) answer(null, found)
    else answer(null, found[0]!.address, found[0]!.family)
  })
}
