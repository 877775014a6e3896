import { http, type HttpHandler } from 'msw'
import type { Mock } from './mock.ts'

/** The handler that answers for a mock in MSW, in a browser’s service worker or in Node. */
export const mockHandler = ({ baseUrl, fetch }: Pick<Mock, 'baseUrl' | 'fetch'>): HttpHandler =>
  http.all(`${baseUrl}/*`, ({ request }) => fetch(request))
