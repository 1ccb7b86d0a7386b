/** Code units that the readers look for; comparing numbers is many times faster than comparing one-letter strings. */
export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const SPACE = 0x20;
export const EXCLAMATION_MARK = 0x21;
export const HASH = 0x23;
export const PERCENT = 0x25;
export const OPENING_PARENTHESIS = 0x28;
export const CLOSING_PARENTHESIS = 0x29;
export const STAR = 0x2a;
export const PLUS = 0x2b;
export const MINUS = 0x2d;
export const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
export const COLON = 0x3a;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const AT = 0x40;
export const QUESTION_MARK = 0x3f;
export const OPENING_BRACKET = 0x5b;
export const CLOSING_BRACKET = 0x5d;
export const CARET = 0x5e;
export const UNDERSCORE = 0x5f;
export const BACKTICK = 0x60;
export const SMALL_S = 0x73;
export const PIPE = 0x7c;
export const TILDE = 0x7e;
export const NO_BREAK_SPACE = 0xa0;
export const BYTE_ORDER_MARK = 0xfeff;

/** What `\s` matches. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === SPACE || (code >= TAB && code <= 0x0d);
  return (
    code === NO_BREAK_SPACE ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** Whether it is an ASCII letter. */
export function isLetter(code: number): boolean {
  return (code | SPACE) >= 0x61 && (code | SPACE) <= 0x7a;
}
