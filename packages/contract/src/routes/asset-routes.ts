import { route } from '../route.ts'
import { ViewInput } from '../schemas/articles/article-input.ts'
import {
  AssetAction,
  AssetDownloadInput,
  AssetInput,
  AssetPatch,
  AssetRows,
  RenderingInput,
  TermsInput,
} from '../schemas/assets/asset-input.ts'
import { AssetPreview } from '../schemas/assets/asset-preview.ts'
import {
  AssetLanguageQuery,
  AssetPreviewQuery,
  AssetQuery,
  AssetUseQuery,
} from '../schemas/assets/asset-query.ts'
import { AssetUse } from '../schemas/assets/asset-use.ts'
import { Asset, AssetVisit, FullAsset } from '../schemas/assets/assets.ts'
import { BundleInput } from '../schemas/assets/bundle-input.ts'
import { Bundle } from '../schemas/assets/bundles.ts'
import { idParams } from '../schemas/common-input.ts'
import { Download } from '../schemas/files.ts'
import { pageOf, searchPageOf } from '../schemas/pages.ts'
import {
  SectionAction,
  SectionInput,
  SectionPatch,
  SectionQuery,
  SectionRows,
} from '../schemas/articles/section-input.ts'
import { Folder, FolderTree } from '../schemas/articles/sections.ts'
import { ShareInput, SharePatch, ShareQuery } from '../schemas/assets/share-input.ts'
import { Share } from '../schemas/assets/shares.ts'
import { vendorWrites } from '../vendor-writes.ts'

const one = { access: 'session', params: idParams, status: 200 } as const
const marked = { ...one, response: Asset } as const
const taken = { ...one, response: Download, unstored: true } as const

/** The operations on the folders of the content library. */
export const folderRoutes = {
  list: route({
    method: 'get',
    path: '/folders',
    summary: 'The folders of the content library with something for the caller',
    access: 'session-or-api-key',
    query: SectionQuery,
    status: 200,
    response: FolderTree,
  }),
  ...vendorWrites('folders', {
    input: SectionInput,
    patch: SectionPatch,
    action: SectionAction,
    rows: SectionRows,
    record: Folder,
  }),
}

/** The operations on assets of the content library. */
export const assetRoutes = {
  list: route({
    method: 'get',
    path: '/assets',
    summary: 'The assets that the caller may see, or those of them that fit some words',
    access: 'session-or-api-key',
    query: AssetQuery,
    status: 200,
    response: searchPageOf(Asset),
    paged: true,
  }),
  visit: route({
    method: 'post',
    path: '/assets/visits',
    summary:
      'Say that the caller has come to the library, and learn since when content is new to them',
    access: 'session',
    status: 200,
    response: AssetVisit,
  }),
  get: route({
    method: 'get',
    path: '/assets/{id}',
    summary: 'One asset with its versions; also one that is expired, replaced or retired',
    access: 'session-or-api-key',
    params: idParams,
    query: AssetLanguageQuery,
    status: 200,
    response: FullAsset,
  }),
  preview: route({
    method: 'get',
    path: '/assets/{id}/preview',
    summary: 'Look at an asset without taking it',
    access: 'session',
    params: idParams,
    query: AssetPreviewQuery,
    status: 200,
    response: AssetPreview,
  }),
  view: route({
    method: 'post',
    path: '/assets/{id}/views',
    summary: 'Mark an asset as seen by the caller, and say which search led there',
    access: 'session',
    params: idParams,
    body: ViewInput,
    status: 204,
    answer: 'none',
  }),
  download: route({
    method: 'post',
    path: '/assets/{id}/download',
    summary: 'Get a signed address of the file for five minutes; a locked one works once',
    ...taken,
    body: AssetDownloadInput,
  }),
  render: route({
    method: 'post',
    path: '/assets/{id}/renderings',
    summary: 'Fill a template, and get a signed address of the image (PNG) for five minutes',
    ...taken,
    body: RenderingInput,
  }),
  acceptTerms: route({
    method: 'post',
    path: '/assets/{id}/terms',
    summary: 'Accept the terms of an asset, with their version and the instant',
    access: 'partner',
    params: idParams,
    body: TermsInput,
    status: 200,
    response: Asset,
  }),
  favourite: route({
    method: 'post',
    path: '/assets/{id}/favourite',
    summary: 'Keep an asset among the caller’s favourites',
    ...marked,
  }),
  unfavourite: route({
    method: 'delete',
    path: '/assets/{id}/favourite',
    summary: 'Take an asset out of the caller’s favourites',
    ...marked,
  }),
  ...vendorWrites('assets', {
    input: AssetInput,
    patch: AssetPatch,
    action: AssetAction,
    rows: AssetRows,
    record: Asset,
  }),
  remove: route({
    method: 'delete',
    path: '/assets/{id}',
    summary: 'Delete an asset that is still a draft',
    access: 'vendor-or-api-key',
    params: idParams,
    status: 204,
    answer: 'none',
    ifMatch: true,
  }),
}

/** The operations on zip files that are made of several assets. */
export const bundleRoutes = {
  create: route({
    method: 'post',
    path: '/bundles',
    summary: 'Ask for several assets as one zip file, which is made in the background',
    access: 'session',
    body: BundleInput,
    status: 201,
    response: Bundle,
  }),
  get: route({
    method: 'get',
    path: '/bundles/{id}',
    summary: 'How far a zip file is, and its address once it is ready',
    access: 'session',
    params: idParams,
    status: 200,
    response: Bundle,
  }),
}

/** The operations on links to assets for people without a log-in. */
export const shareRoutes = {
  list: route({
    method: 'get',
    path: '/shares',
    summary: 'The links that the caller and their company gave away',
    access: 'partner',
    query: ShareQuery,
    status: 200,
    response: pageOf(Share),
    paged: true,
  }),
  create: route({
    method: 'post',
    path: '/shares',
    summary: 'Make a link to assets for people without a log-in',
    access: 'partner',
    body: ShareInput,
    status: 201,
    response: Share,
  }),
  update: route({
    method: 'patch',
    path: '/shares/{id}',
    summary: 'Change a link, or let it show the newest versions (JSON merge patch, RFC 7396)',
    access: 'partner',
    params: idParams,
    body: SharePatch,
    status: 200,
    response: Share,
    ifMatch: true,
  }),
  revoke: route({
    method: 'delete',
    path: '/shares/{id}',
    summary: 'End a link now; it stays in the list',
    access: 'partner',
    params: idParams,
    status: 200,
    response: Share,
  }),
}

/** The operations on the report of use. */
export const assetUseRoutes = {
  list: route({
    method: 'get',
    path: '/asset-use',
    summary: 'How assets were used in a period, the most viewed first',
    access: 'vendor-or-api-key',
    query: AssetUseQuery,
    status: 200,
    response: pageOf(AssetUse),
    paged: true,
  }),
}
