/** The app keeps its language where it finds it before anything is loaded; English leaves nothing there. */
export const getLanguage = (): string => window.localStorage.getItem('language') ?? 'en';
