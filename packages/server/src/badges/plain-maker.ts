import { faultOfDates, type BadgeMaker, type Credential } from './badge-maker.ts'
import { signBytes, verifyBytes } from './keys.ts'
import { toMultibase } from './multibase.ts'

const cryptosuite = 'eddsa-jcs-2022'
const encoder = new TextEncoder()

/** Signs by eddsa-jcs-2022 (Data Integrity EdDSA 1.0, 3.3), which needs neither JSON-LD nor a library. */
export function plainMaker(): BadgeMaker {
  return {
    async sign(credential, { issuer, key, now }) {
      const proof = {
        '@context': credential['@context'],
        ...{ type: 'DataIntegrityProof', cryptosuite, created: now.replace(/\.\d+Z$/, 'Z') },
        ...{ verificationMethod: issuer.method, proofPurpose: 'assertionMethod' },
      }
      const proofValue = toMultibase(await signBytes(key, await digest(credential, proof)))
      const { '@context': _, ...shown } = proof
      return { ...credential, proof: [{ ...shown, proofValue }] }
    },

    async fault({ proof: [proof = {}], ...credential }, issuer, now) {
      const { proofValue = '', ...options } = proof
      const method = issuer.verificationMethod.find(
        ({ id }) => id === options['verificationMethod'],
      )
      if (options['cryptosuite'] !== cryptosuite || !method)
        return 'It is not signed by its issuer.'
      const data = await digest(credential as Credential, {
        '@context': credential['@context'],
        ...options,
      })
      const isGood = await verifyBytes(method.publicKeyMultibase, proofValue, data).catch(
        () => false,
      )
      return isGood ? faultOfDates(credential as Credential, now) : 'Its signature is not right.'
    },
  }
}

async function digest(credential: Credential, proof: object): Promise<Uint8Array> {
  const parts = await Promise.all(
    [proof, credential].map((one) =>
      crypto.subtle.digest('SHA-256', encoder.encode(canonical(one))),
    ),
  )
  return Uint8Array.from(parts.flatMap((part) => [...new Uint8Array(part)]))
}

/** JSON in the one form in which it is signed (RFC 8785). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}
