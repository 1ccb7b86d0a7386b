import { getLanguage } from 'obsidian';
import { speak, type Words } from './core/words';
import { de } from './core/words/de';

/** By the app's codes; every other language gets English. */
const LANGUAGES: Readonly<Partial<Record<string, Words>>> = { de };

speak(LANGUAGES[getLanguage()]);
