/** The beginning of the names of saved views in `localStorage`; the rest is vendor, partner and user. */
export const savedViewsKey = 'prm-views:'
