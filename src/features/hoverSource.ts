/** Under this name the app's page preview knows links in our screens. */
export const HOVER_SOURCE = 'rapport';
