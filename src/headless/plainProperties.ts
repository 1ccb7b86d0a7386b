const PROPERTY = /^([A-Za-z][\w-]*):(?: +(.*))?$/;
const ITEM = /^((?: {2})?)- +(.*)$/;
/** Goes on where the line before broke off. */
const CONTINUED = /^( +)([A-Za-z\d(].*)$/;
const TEXT = /^[A-Za-z\u00C0-\u024F]/;
/** Words that mean something else than what they say, in the spellings that do. */
const NO_TEXT = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;
const QUOTED = /^'[^']*'$|^"[^"\\]*"$/;
const FLOW_LIST = /^\[[^[\]{}:#'"&*!|>%@`?]+\]$/;
/** A day, or a number and words. */
const DIGITS_AND_TEXT = /^\d{4}-\d{2}-\d{2}$|^\d.* [A-Za-z]/;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
/** Whatever is neither a line end nor seen: controls, odd spaces, other line ends. */
const UNUSUAL =
  /[^\n\x20-\x7E\u00A1-\u167F\u2010-\u2027\u2030-\u205E\u2070-\u2FFF\u3001-\uFEFE\uFF00-\uFFFD]/;

type Value = string | number | null;

/**
 * The properties of front matter written as nearly all of it is: a line each, of text, dates and whole numbers, or a list
 * of them. What YAML says there needs no YAML parser, which takes a hundred times as long.
 * @param lines What stands between the two `---`, without the last line end.
 * @returns undefined wherever that is not all there is; then the parser has to tell.
 */
export function plainProperties(lines: string): Record<string, Value | Value[]> | undefined {
  if (UNUSUAL.test(lines)) return undefined;
  const properties: Record<string, Value | Value[]> = {};
  const given = lines.split('\n');
  for (let at = 0; at < given.length;) {
    const [, name = '', written = ''] = PROPERTY.exec(given[at++] ?? '') ?? [];
    if (name === '' || name in properties || NO_TEXT.test(name)) return undefined;
    const value = joined(written, given, at, 0);
    at = value.next;
    const items: Value[] = [];
    let indent: string | undefined;
    for (let item = ITEM.exec(given[at] ?? ''); item; item = ITEM.exec(given[at] ?? '')) {
      indent ??= item[1];
      if (written !== '' || item[1] !== indent) return undefined;
      const text = joined(item[2] ?? '', given, at + 1, indent?.length ?? 0);
      const read = readValue(text.value);
      if (read === undefined || read === null) return undefined;
      items.push(read);
      at = text.next;
    }
    const read = indent === undefined ? (readFlowList(value.value) ?? readValue(value.value)) : items;
    if (read === undefined) return undefined;
    properties[name] = read;
  }
  return properties;
}

/** A value with the lines it goes on in, and which line comes next. */
function joined(first: string, lines: readonly string[], next: number, indent: number) {
  let value = first.trimEnd();
  const isText = /^[^'"[]/.test(value);
  for (; isText && next < lines.length; next++) {
    const [, spaces = '', more] = CONTINUED.exec(lines[next] ?? '') ?? [];
    if (more === undefined || spaces.length <= indent) break;
    value += ` ${more.trimEnd()}`;
  }
  return { value, next };
}

/** undefined where only the parser can tell. */
function readValue(value: string): Value | undefined {
  if (value === '') return null;
  if (QUOTED.test(value)) return value.slice(1, -1);
  if (value.includes(': ') || value.includes(' #') || value.endsWith(':')) return undefined;
  if (TEXT.test(value)) return NO_TEXT.test(value) ? undefined : value;
  if (WHOLE_NUMBER.test(value)) return Number(value);
  return DIGITS_AND_TEXT.test(value) ? value : undefined;
}

function readFlowList(value: string): Value[] | undefined {
  if (!FLOW_LIST.test(value)) return undefined;
  const items = value
    .slice(1, -1)
    .split(',')
    .map(item => readValue(item.trim()));
  return items.includes(null) || items.includes(undefined) ? undefined : (items as Value[]);
}
