/** What the names of saved views begin with in `localStorage`; the rest is vendor, partner and user. */
export const savedViewsKey = 'prm-views:'
