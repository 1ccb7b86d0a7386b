import { nameAt } from '../../../src/core/note/owners';

const nameIn = (written: string) => nameAt(written, 0, written.length).label;

describe('the name behind an @', () => {
  test.each([
    // The whole of what is written is the name.
    ['Dana Ochoa', 'Dana Ochoa'],
    ['Priya Raman (Unknown last name)', 'Priya Raman (Unknown last name)'],
    ['Timo (last name unknown)', 'Timo (last name unknown)'],
    ['Platform team', 'Platform team'],
    ['Google networking team', 'Google networking team'],
    ['Ana Lind – Berg', 'Ana Lind'],
    ['Ana Lind–Berg', 'Ana Lind–Berg'],
    ['Ludwig van der Berg', 'Ludwig van der Berg'],
    ['Noor al-Sayed', 'Noor al-Sayed'],
    ["Jeanne d'Arc", "Jeanne d'Arc"],
    ['dana ochoa', 'dana ochoa'],
    ['dana.ochoa', 'dana.ochoa'],
    ['Dr. Dana Ochoa', 'Dr. Dana Ochoa'],
    ['Prof. Dana Ochoa', 'Prof. Dana Ochoa'],
    ['J. R. Lind', 'J. R. Lind'],
    ['山田 太郎', '山田 太郎'],
    // Running text goes on behind it.
    ['Omar about the budget', 'Omar'],
    ['Omar Haddad what he thinks', 'Omar Haddad'],
    ['omar about the budget', 'omar'],
    ['Dana, please review', 'Dana'],
    ['Dana: send the deck', 'Dana'],
    ['Dana - send the deck', 'Dana'],
    ['Dana → Omar', 'Dana'],
    ['Dana Ochoa. Then we meet', 'Dana Ochoa'],
    ['Dana? Or not', 'Dana'],
    ['Dana Ochoa) sends it', 'Dana Ochoa'],
    ['Dana](https://example.com/dana)', 'Dana'],
    ['Dana Ochoa** sends it', 'Dana Ochoa'],
    ['Dana’s deck', 'Dana'],
    ['Dana 👍 great', 'Dana'],
    ['Myself Send the deck', 'Myself'],
    ['TBD Find an owner', 'TBD'],
    // Several, and nothing else.
    ['Dana Ochoa and Omar Haddad', 'Dana Ochoa and Omar Haddad'],
    ['Dana Ochoa, Ana de Sousa and Omar Haddad ', 'Dana Ochoa, Ana de Sousa and Omar Haddad'],
    ['Dana Ochoa or Omar Haddad.', 'Dana Ochoa or Omar Haddad'],
    ['Ben & Carla Voss', 'Ben & Carla Voss'],
    ['Myself and Dana Ochoa', 'Myself and Dana Ochoa'],
    ['Dana Ochoa and the team', 'Dana Ochoa'],
    ['Dana Ochoa and Omar Haddad about it', 'Dana Ochoa'],
    ['Dana and send it', 'Dana'],
    ['Dana and ', 'Dana'],
    // Nothing that could be a name.
    [' \u200B', ''],
    ['– 📅', ''],
    ["'", ''],
    ['Platform team to confirm', 'Platform team'],
    ['Dana and the team', 'Dana'],
    ['Dana Ochoa dana@example.com', 'Dana Ochoa'],
    // Punctuation at the end is none of it.
    ['Timo, ', 'Timo'],
    ['Timo and ', 'Timo'],
    ['Timo/', 'Timo'],
    ['Omar.', 'Omar'],
    ['Omar (', 'Omar'],
    // There is none.
    ['', ''],
    [' ', ''],
    ['; ', ''],
    ['...', ''],
  ])('%j → %j', (written, name) => expect(nameIn(written)).toBe(name));
});
