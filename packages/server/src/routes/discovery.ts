import { contractVersion } from '../version.ts'
import type { Handlers } from '../http/call.ts'
import { capabilitiesOf } from '../rules/shared/capabilities.ts'
import { settingsFor } from './shared/programme.ts'

export const discovery: Handlers<'discovery'> = {
  async get(call) {
    const { localised } = await settingsFor(call)
    const { fileSize, fileEndings } = call.services.limits
    const files = { maxSize: fileSize, accept: [...fileEndings] }
    const capabilities = capabilitiesOf(localised)
    return { body: { contract: contractVersion, ...localised, capabilities, files } }
  },
}
