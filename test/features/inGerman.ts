// Imported before everything else: the app knows its language before it loads a plugin.
import { setLanguage } from '../host/language';

setLanguage('de');
