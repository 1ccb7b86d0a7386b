import { groupBy } from '../groupBy';
import { lazily } from '../lazily';
import { collapseSpaces } from '../note/text';

/** Letters that Unicode does not take apart into a letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
/** How German, Danish and Norwegian are written where the keyboard lacks the letter. */
const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

const BEYOND_ASCII = /[^\0-\x7f]/;

/** Text without accents, in lower case: `Jürgen Øst` → `jurgen ost`. */
export function foldAccents(text: string): string {
  const lower = text.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþı]/g, letter => PLAIN_LETTERS[letter] ?? letter);
}

/** Text as it is compared: case, accents and the width of spaces do not count. */
export function searchable(text: string): string {
  return collapseSpaces(foldAccents(text));
}

/** The ways a name is written without its accents: `jürgen øst` → `jurgen ost`, `juergen oest`. */
export function plainSpellings(name: string): string[] {
  const spelt = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüåø]/g, letter => TWO_LETTERS[letter] ?? letter);
  return [...new Set([foldAccents(name), foldAccents(spelt)])];
}

/** Names that go by one another, the first of each row the long form. */
const NICKNAMES = `
albert al bert|alexander alex sascha sandy xander|alexandra alex sandra sasha|andrew andy drew|anthony tony|
barbara barb babs|benjamin ben benny|catherine cathy kate katie cat|katherine kathy kate katie kat|
charles charlie chuck|christine chris christina tina|christopher chris topher|daniel dan danny|david dave|
deborah deb debbie|donald don|dorothy dot|edward ed eddie ted|elizabeth liz beth betty lizzie eliza|
eugene gene|florian flo|frances fran|francis frank|franklin frank|frederick fred freddy|friedrich fritz|
gabriel gabe|gerald gerry jerry|gregory greg|harold harry|heinrich heinz|henry hank harry|isabella bella izzy|
jacob jake|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny|jessica jess|johannes hannes jo|john jack johnny|
jonathan jon|joseph joe joey|josephine jo josie|joshua josh|judith judy|kenneth ken|kimberly kim|
lawrence larry|leonard leo len|leopold leo|louise lou|magdalena lena magda|margaret maggie meg peggy|
martin marty|matthew matt|maximilian max|melissa mel|michael mike mick micha|natalie nat|nicholas nick|
nikolaus klaus niko|pamela pam|patricia pat patty trish|patrick pat paddy|peter pete|philip phil|
raymond ray|rebecca becky|richard rick dick rich|robert bob rob bobby robbie bert|ronald ron|
samantha sam|samuel sam|sebastian seb basti|stanley stan|stephanie steph|stephen steve|steven steve|
susan sue suzy|sylvester sly|theodore ted theo|theresa terry tess|thomas tom tommy|timothy tim|
valerie val|victoria vicky|vincent vince|walter walt|william bill will billy willy liam|zachary zach
`;

/** Name → the rows it is in. */
const byNickname = lazily(() => {
  const rows = NICKNAMES.replaceAll('\n', '').split('|');
  return groupBy(
    rows.flatMap((row, i) =>
      row
        .trim()
        .split(' ')
        .map(name => [name, i] as const),
    ),
  );
});

/** Whether two first names, in lower case, go by one another: `bob` and `robert`. */
export function areNicknames(a: string, b: string): boolean {
  const nicknames = byNickname();
  const rows = nicknames.get(b);
  return a !== b && !!nicknames.get(a)?.some(row => rows?.includes(row));
}

/** The most that a likely misspelling differs, in letters added, taken away or replaced. */
const MOST_SLIPS = 2;
/** Letters of a name that bear one difference: `Ann Li` and `Ann Lo` are two people. */
const LETTERS_A_SLIP = 4;

/** In how many letters two plain names differ; undefined where one is no likely misspelling of the other. */
export function slipsBetween(a = '', b = ''): number | undefined {
  const bears = Math.min(MOST_SLIPS, Math.floor(Math.min(a.length, b.length) / LETTERS_A_SLIP));
  const slips = slipsWithin(bears, a, b);
  return slips > 0 && slips <= bears ? slips : undefined;
}

/**
 * Letters to add, take away or replace until `a` is `b`, behind what of them is compared already; Infinity where that is
 * more than `most`. Each slip that may be left triples the work, so `most` has to be small.
 */
export function slipsWithin(most: number, a: string, b: string, fromA = 0, fromB = 0): number {
  const left = a.length - fromA - (b.length - fromB);
  if (Math.abs(left) > most || fromA > a.length || fromB > b.length) return Infinity;
  let [i, j] = [fromA, fromB];
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(j)) [i, j] = [i + 1, j + 1];
  if (i === a.length && j === b.length) return 0;
  if (most < 1) return Infinity;
  const replaced = slipsWithin(most - 1, a, b, i + 1, j + 1);
  const added = slipsWithin(most - 1, a, b, i, j + 1);
  return 1 + Math.min(replaced, added, slipsWithin(most - 1, a, b, i + 1, j));
}
