import { route } from '../route.ts'
import {
  AwardAction,
  AwardDownloadInput,
  AwardQuery,
  AwardSharingInput,
  RequirementQuery,
} from '../schemas/training/award-input.ts'
import { Award, RequirementList } from '../schemas/training/awards.ts'
import {
  CertificationInput,
  CertificationPatch,
  CertificationQuery,
  CertificationRows,
} from '../schemas/training/certification-input.ts'
import { Certification } from '../schemas/training/certifications.ts'
import { idParams } from '../schemas/common-input.ts'
import { Download } from '../schemas/files.ts'
import { pageOf } from '../schemas/pages.ts'
import { ContentAction } from '../schemas/training/course-input.ts'
import { vendorWrites } from '../vendor-writes.ts'

/** The operations on certifications. */
export const certificationRoutes = {
  list: route({
    method: 'get',
    path: '/certifications',
    summary: 'The certifications that the caller can have',
    access: 'session-or-api-key',
    query: CertificationQuery,
    status: 200,
    response: pageOf(Certification),
    paged: true,
  }),
  get: route({
    method: 'get',
    path: '/certifications/{id}',
    summary: 'One certification; also one that is retired',
    access: 'session-or-api-key',
    params: idParams,
    status: 200,
    response: Certification,
  }),
  ...vendorWrites('certifications', {
    input: CertificationInput,
    patch: CertificationPatch,
    action: ContentAction,
    rows: CertificationRows,
    record: Certification,
  }),
}

/** The operations on awards, which are certifications that people hold. */
export const awardRoutes = {
  list: route({
    method: 'get',
    path: '/awards',
    summary: 'The caller’s own awards, or those of the team, what ends soonest first',
    access: 'session',
    query: AwardQuery,
    status: 200,
    response: pageOf(Award),
    paged: true,
  }),
  get: route({
    method: 'get',
    path: '/awards/{id}',
    summary: 'One award',
    access: 'session',
    params: idParams,
    status: 200,
    response: Award,
  }),
  download: route({
    method: 'post',
    path: '/awards/{id}/download',
    summary: 'Get a signed address of the award as a badge or a certificate for five minutes',
    access: 'session',
    params: idParams,
    body: AwardDownloadInput,
    status: 200,
    response: Download,
    unstored: true,
  }),
  share: route({
    method: 'post',
    path: '/awards/{id}/sharing',
    summary: 'Choose the part of the caller’s own award that its public page shows',
    access: 'session',
    params: idParams,
    body: AwardSharingInput,
    status: 200,
    response: Award,
  }),
  act: route({
    method: 'post',
    path: '/awards/{id}/actions',
    summary: 'Do one of the award’s allowed actions',
    access: 'vendor-or-api-key',
    params: idParams,
    body: AwardAction,
    status: 200,
    response: Award,
    ifMatch: true,
  }),
}

/** The operations on the certified people that companies need. */
export const requirementRoutes = {
  list: route({
    method: 'get',
    path: '/requirements',
    summary: 'The certified people that a company needs and has',
    access: 'session',
    query: RequirementQuery,
    status: 200,
    response: RequirementList,
  }),
}
