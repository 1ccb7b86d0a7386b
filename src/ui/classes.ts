/** The names of classes that apply, for `class`. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
