/** Under this name the app's page preview knows links in our screens. */
export const HOVER_SOURCE = 'rapport';
/** Under this one it is asked for the page of a person; it opens without the Mod key. */
export const PERSON_SOURCE = 'rapport-person';
