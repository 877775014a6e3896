import { define } from '../../base/define.ts'
import { PrmCertificates } from './certificates.ts'

export { PrmCertificates }

define('prm-certificates', PrmCertificates)
