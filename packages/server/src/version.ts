/** The version of the contract that this server keeps. */
export const contractVersion = '0.1.0'
