/** A circle that can be pushed. */
export interface Body {
  x: number;
  y: number;
  /** How far it goes in a tick. */
  vx: number;
  vy: number;
  radius: number;
  /** Of two bodies the lighter gives way. */
  mass: number;
}

/** Draws two bodies near. */
export interface Spring {
  source: Body;
  target: Body;
  /** How much of what their distance lacks or exceeds is made good in a tick, 0 … 1. */
  strength: number;
}

/** From rim to rim: what a spring aims at, and what is kept free around everybody. */
const LENGTH = 64;
const ROOM = 48;
/** Who is further apart does not push each other. */
const REACH = 500;
const REPULSION = 640;
const TO_THE_MIDDLE = 0.05;
const SPEED_KEPT = 0.6;
/** After 300 ticks everything is cold. */
const COLD = 0.001;
const HEAT_KEPT = COLD ** (1 / 300);

/**
 * Finds places for bodies, a tick at a time: all push each other, springs draw near, and all are drawn to the middle,
 * with a heat that falls until they are at rest; what keeps circles apart gets firmer instead. Nothing is left to
 * chance, so that a map looks the same every time.
 */
export class Forces {
  readonly #bodies: readonly Body[];
  readonly #springs: readonly Spring[];

  #heat = 1;

  constructor(bodies: readonly Body[], springs: readonly Spring[]) {
    this.#bodies = bodies;
    this.#springs = springs;
    // By a hair, each its own way: from one place nobody would know where to.
    for (const [i, body] of bodies.entries()) {
      body.vx += Math.cos(i) / 1000;
      body.vy += Math.sin(i) / 1000;
    }
  }

  get areAtRest(): boolean {
    return this.#heat <= COLD;
  }

  tick(): void {
    const bodies = this.#bodies,
      springs = this.#springs;
    const heat = (this.#heat *= HEAT_KEPT);
    for (const body of bodies) {
      body.vx -= body.x * TO_THE_MIDDLE * heat;
      body.vy -= body.y * TO_THE_MIDDLE * heat;
    }
    for (const { source, target, strength } of springs)
      push(source, target, gap => (LENGTH - gap) * strength * heat);
    // At first people pass through each other, or some never get to those they meet.
    const firmness = (1 - heat) ** 8;
    const apart = (gap: number, distance: number) =>
      distance < REACH
        ? (REPULSION * heat) / Math.max(distance, ROOM) + Math.max(0, ROOM - gap) * firmness
        : 0;
    for (const [i, body] of bodies.entries())
      for (let j = 0; j < i; j++) push(body, bodies[j] as Body, apart);
    for (const body of bodies) {
      body.x += body.vx *= SPEED_KEPT;
      body.y += body.vy *= SPEED_KEPT;
    }
  }
}

/** Makes the way between two bodies longer; their places are where they are about to be. */
function push(one: Body, other: Body, longer: (gap: number, distance: number) => number): void {
  const dx = other.x + other.vx - one.x - one.vx;
  const dy = other.y + other.vy - one.y - one.vy;
  const distance = Math.sqrt(dx * dx + dy * dy) || 1;
  const by = longer(distance - one.radius - other.radius, distance) / distance / (one.mass + other.mass);
  one.vx -= dx * by * other.mass;
  one.vy -= dy * by * other.mass;
  other.vx += dx * by * one.mass;
  other.vy += dy * by * one.mass;
}
