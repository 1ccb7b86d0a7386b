// Imported before everything else: the app knows its language before it loads a plugin.
window.localStorage.setItem('language', 'de');
