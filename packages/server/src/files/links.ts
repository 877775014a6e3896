import { equalInConstantTime, hmac } from '../auth/hash.ts'
import { signingKey } from '../auth/tokens.ts'
import { ProblemError } from '../problem.ts'
import type { Services } from '../services.ts'
import type { Tables } from '../store/store.ts'

/** The milliseconds for which the address of a file's bytes works. */
export const linkLife = 5 * 60_000
const hour = 3_600_000
/** The milliseconds for which the address of an image works: an open page fetches it when somebody scrolls there. */
const imageLife = 12 * hour

/** The parts of a call that signing an address needs. */
interface Signing {
  tables: Tables
  services: Services
  request: Request
  now: string
}

/** A signed address for reading (GET) or writing (PUT) the bytes of one file. */
export async function signedLink(
  signing: Signing,
  method: 'GET' | 'PUT',
  fileId: string,
): Promise<{ url: string; expiresAt: string }> {
  return link(signing, method, fileId, Date.parse(signing.now) + linkLife)
}

/** An address to which the bytes of an announced file are sent, with the headers that go with them. */
export async function uploadLink(
  signing: Signing,
  { id, mediaType, size }: { id: string; mediaType: string; size: number },
): Promise<{ url: string; expiresAt: string; headers: Record<string, string> }> {
  const { direct } = signing.services.fileStore
  const headers = { 'content-type': mediaType }
  if (!direct) return { ...(await signedLink(signing, 'PUT', id)), headers }
  const expiresAt = new Date(Date.parse(signing.now) + linkLife).toISOString()
  return { ...(await direct.upload(id, { mediaType, size }, linkLife / 1000)), expiresAt }
}

/** The facts about a download that its address carries, signed with it. */
export interface DownloadFacts {
  /** The name under which the file is saved. */
  name?: string
  /** Names an address that works once. */
  once?: string
}

/** A signed address for saving a file under a name, which may work only once. */
export async function downloadLink(
  signing: Signing,
  fileId: string,
  facts: DownloadFacts,
): Promise<{ url: string; expiresAt: string }> {
  return link(signing, 'GET', fileId, Date.parse(signing.now) + linkLife, facts)
}

async function link(
  { tables, services, request, now }: Signing,
  method: 'GET' | 'PUT',
  fileId: string,
  expires: number,
  facts: DownloadFacts = {},
): Promise<{ url: string; expiresAt: string }> {
  const signature = await seal(tables, now, subject(method, fileId, String(expires), facts))
  const base = services.publicUrl ?? new URL(request.url).origin
  const search = new URLSearchParams({ expires: String(expires), signature, ...facts })
  return {
    url: `${base}/v1/files/${fileId}/content?${search}`,
    expiresAt: new Date(expires).toISOString(),
  }
}

/**
 * A signed address of an image within a text. It stays the same for an hour, so that browsers need not
 * fetch the image again.
 */
export async function imageLink(signing: Signing, fileId: string): Promise<string> {
  const from = Math.ceil(Date.parse(signing.now) / hour) * hour
  return (await link(signing, 'GET', fileId, from + imageLife)).url
}

/** Refuses an address that this server has not signed, or whose time is over; answers its facts. */
export async function checkLink(
  services: Services,
  method: 'GET' | 'PUT',
  fileId: string,
  search: URLSearchParams,
): Promise<DownloadFacts> {
  const expires = search.get('expires') ?? ''
  const signature = search.get('signature') ?? ''
  const [name, once] = [search.get('name'), search.get('once')]
  const facts = { ...(name !== null && { name }), ...(once !== null && { once }) }
  await checkSeal(services, subject(method, fileId, expires, facts), signature)
  if (Number(expires) < services.clock())
    throw new ProblemError('link-expired', 'The address has expired; ask for a new one.')
  return facts
}

/** The signature of an address, over everything that nobody may change in it. */
export async function seal(tables: Tables, now: string, text: string): Promise<string> {
  return hmac((await signingKey(tables, now)).secret, text)
}

/** Refuses an address that this server has not signed. */
export async function checkSeal(
  { store }: Services,
  text: string,
  signature: string,
): Promise<void> {
  const keys = await store.read.sessions.signingKeys()
  const expected = await Promise.all(keys.map(({ secret }) => hmac(secret, text)))
  const valid = expected.map((one) => equalInConstantTime(signature, one)).includes(true)
  if (!valid) throw new ProblemError('forbidden', 'This address is not signed by this server.')
}

function subject(
  method: string,
  fileId: string,
  expires: string,
  { name, once }: DownloadFacts,
): string {
  const facts = name === undefined && once === undefined ? '' : `\n${JSON.stringify([name, once])}`
  return `content\n${method}\n${fileId}\n${expires}${facts}`
}
