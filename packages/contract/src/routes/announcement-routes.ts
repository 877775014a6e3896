import { route } from '../route.ts'
import { AnnouncementQuery } from '../schemas/announcements/announcement-query.ts'
import { Announcement } from '../schemas/announcements/announcements.ts'
import { idParams } from '../schemas/common-input.ts'
import { pageOf } from '../schemas/pages.ts'

/** The operations on the vendor's news. */
export const announcementRoutes = {
  list: route({
    method: 'get',
    path: '/announcements',
    summary: 'The announcements for the caller that are valid now',
    access: 'session',
    query: AnnouncementQuery,
    status: 200,
    response: pageOf(Announcement),
    paged: true,
  }),
  get: route({
    method: 'get',
    path: '/announcements/{id}',
    summary: 'One announcement; also one that has ended',
    access: 'session',
    params: idParams,
    status: 200,
    response: Announcement,
  }),
  read: route({
    method: 'post',
    path: '/announcements/{id}/read',
    summary: 'Mark an announcement as read by the caller; the first time stays',
    access: 'session',
    params: idParams,
    status: 200,
    response: Announcement,
  }),
  acknowledge: route({
    method: 'post',
    path: '/announcements/{id}/acknowledgement',
    summary: 'Acknowledge an announcement that asks for it; it counts as read, too',
    access: 'session',
    params: idParams,
    status: 200,
    response: Announcement,
  }),
}
