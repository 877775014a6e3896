/** The routes of operations by their names, as most resources have them; see `route-list.ts`. */
export const usualRoutes = {
  list: 'get . paged',
  get: 'get ./{id} same',
  create: 'post . key 201 id',
  update: 'patch ./{id} key match same',
  act: 'post ./{id}/actions key match same',
  bulk: 'post ./bulk key',
  remove: 'delete ./{id} key match none',
}
