/** Loads the part with what nobody meets at the first visit. */
export const rare = () => import('./rare.js');
