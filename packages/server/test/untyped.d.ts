// The parts of packages without types that only tests use.

declare module '@digitalcredentials/data-integrity' {
  export { DataIntegrityProof } from '@digitalbazaar/data-integrity'
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
}

declare module '@digitalcredentials/vc' {
  export { verifyCredential } from '@digitalbazaar/vc'
}

declare module '@digitalcredentials/vc-bitstring-status-list' {
  export { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
}
