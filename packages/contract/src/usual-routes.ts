/** The routes of operations by their names, as most resources have them; see `route-list.ts`. */
export const usualRoutes = {
  list: 'get . paged',
  get: 'get ./{id} same',
  create: 'post . 201 id',
  update: 'patch ./{id} match same',
  act: 'post ./{id}/actions match same',
  bulk: 'post ./bulk +rows',
  remove: 'delete ./{id} match none',
}
