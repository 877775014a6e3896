import { safeAddress } from '../base/safe-address.ts'

/** The address of an image, where it is one to show; it may hold the image itself, as in demos. */
export const imageAddress = (address: string | undefined): string | undefined =>
  address?.startsWith('data:image/') ? address : safeAddress(address)
