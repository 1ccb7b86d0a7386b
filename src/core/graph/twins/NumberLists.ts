/** Powers of two. */
const FEWEST_ROWS = 1024;
const FIRST_POOL = 4096;
/** The share of rows in use from which finding one becomes slow. */
const FULL = 0.7;

/** What a row of the table holds, side by side: whoever looks at one looks at all. */
const [KEY, COUNT, FIRST, IN_USE] = [0, 1, 2, 3];
/** The logarithm of how wide a row is. */
const WIDTH = 2;

/**
 * Key → a list of numbers, in no particular order; keys are whole numbers of 32 bits. A vault has more such lists than
 * tasks, so they are no objects: a hash table holds the only number of a list, or leads into a pool where each longer
 * list has room for a power of two.
 */
export class NumberLists {
  #rows = new Int32Array(FEWEST_ROWS << WIDTH);
  #inUse = 0;
  #pool = new Int32Array(FIRST_POOL);
  /** Where the pool is free. A list never begins at 0, so that 0 may say that there is none. */
  #end = 1;
  /** Room (see `roomFor`) → the first list of that room that is in use no more; its first number is where the next begins. */
  readonly #spare = new Int32Array(32);

  /** Returns how many are in the list now. */
  add(key: number, number: number): number {
    if (this.#inUse << WIDTH > this.#rows.length * FULL) this.#rebuild();
    const rows = this.#rows;
    const row = rowOf(rows, key);
    const count = rows[row + COUNT] ?? 0;
    if (rows[row + IN_USE] === 0) {
      this.#inUse++;
      rows[row + IN_USE] = 1;
      rows[row + KEY] = key;
    }
    if (count === 0) rows[row + FIRST] = number;
    else {
      if (count === 1) this.#spread(row);
      else if (roomFor(count + 1) > roomFor(count)) this.#move(row, roomFor(count), roomFor(count + 1));
      this.#pool[(rows[row + FIRST] ?? 0) + count] = number;
    }
    return (rows[row + COUNT] = count + 1);
  }

  /** The same; the number has to be in the list. */
  remove(key: number, number: number): number {
    const rows = this.#rows,
      pool = this.#pool;
    const row = rowOf(rows, key);
    const start = rows[row + FIRST] ?? 0;
    const count = (rows[row + COUNT] ?? 0) - 1;
    if (count > 0) {
      pool[pool.indexOf(number, start)] = pool[start + count] ?? 0;
      if (count === 1) {
        rows[row + FIRST] = pool[start] ?? 0;
        this.#give(start, roomFor(2));
      } else if (roomFor(count) < roomFor(count + 1)) this.#move(row, roomFor(count + 1), roomFor(count));
    }
    return (rows[row + COUNT] = count);
  }

  clear(key: number): void {
    const rows = this.#rows;
    const row = rowOf(rows, key);
    const count = rows[row + COUNT] ?? 0;
    if (count > 1) this.#give(rows[row + FIRST] ?? 0, roomFor(count));
    rows[row + COUNT] = 0;
  }

  /** Visits what is in a list, unless that is more than `most`. */
  forEach(key: number, visit: (number: number) => void, most = Infinity): void {
    const rows = this.#rows,
      pool = this.#pool;
    const row = rowOf(rows, key);
    const count = rows[row + COUNT] ?? 0;
    const first = rows[row + FIRST] ?? 0;
    if (count === 1) visit(first);
    else if (count <= most) for (let i = first; i < first + count; i++) visit(pool[i] ?? 0);
  }

  /** Leaves out empty lists; into a larger table, unless these were most of them. */
  #rebuild(): void {
    const before = this.#rows;
    let live = 0;
    for (let row = 0; row < before.length; row += 1 << WIDTH) if (before[row + COUNT] !== 0) live++;
    this.#rows = new Int32Array(live > this.#inUse / 2 ? before.length * 2 : before.length);
    this.#inUse = live;
    for (let row = 0; row < before.length; row += 1 << WIDTH)
      if (before[row + COUNT] !== 0)
        this.#rows.set(before.subarray(row, row + (1 << WIDTH)), rowOf(this.#rows, before[row + KEY] ?? 0));
  }

  /** From the table into the pool. */
  #spread(row: number): void {
    const start = this.#take(roomFor(2));
    this.#pool[start] = this.#rows[row + FIRST] ?? 0;
    this.#rows[row + FIRST] = start;
  }

  #move(row: number, room: number, newRoom: number): void {
    const start = this.#rows[row + FIRST] ?? 0;
    const newStart = this.#take(newRoom);
    this.#pool.copyWithin(newStart, start, start + 2 ** Math.min(room, newRoom));
    this.#give(start, room);
    this.#rows[row + FIRST] = newStart;
  }

  #take(room: number): number {
    const spare = this.#spare[room] ?? 0;
    if (spare > 0) {
      this.#spare[room] = this.#pool[spare] ?? 0;
      return spare;
    }
    const start = this.#end;
    this.#end += 2 ** room;
    if (this.#end > this.#pool.length) {
      const pool = new Int32Array(Math.max(this.#pool.length * 2, this.#end));
      pool.set(this.#pool);
      this.#pool = pool;
    }
    return start;
  }

  #give(start: number, room: number): void {
    this.#pool[start] = this.#spare[room] ?? 0;
    this.#spare[room] = start;
  }
}

/**
 * Where the row of a key begins, or the free one where it belongs. Keys are hashes, or count up: their own bits spread
 * them well enough, and what is near in number stays near in memory.
 */
function rowOf(rows: Int32Array, key: number): number {
  const last = rows.length - 1;
  let row = (key << WIDTH) & last;
  while (rows[row + IN_USE] !== 0 && rows[row + KEY] !== key) row = (row + (1 << WIDTH)) & last;
  return row;
}

/** The logarithm of the room that so many need. */
const roomFor = (count: number): number => 32 - Math.clz32(count - 1);
