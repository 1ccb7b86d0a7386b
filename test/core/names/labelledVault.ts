/*
 * A vault of invented people under every spelling that real ones have, with the truth beside each name.
 *
 * A name is written as in the note, and behind it what it truly means:
 *   `Dana Ochoa`                      herself: a full name, spelt right
 *   `Dana = Dana Ochoa`               the note or a profile makes it plain; to be resolved
 *   `Hasleton, Ed ? Ed Haselton`      true, but not certain; to be suggested
 *   `Jo ?`                            cannot be told by anybody; stands for itself
 *   `Legal -`                         no one person: a team, nobody, several at once
 *   `A and B = Dana Ochoa + Omar Haddad`
 */

export const SELF = ['Mira Lindqvist'];

/** Name of the profile → its other properties, and under `truth` whom it is about where that is not the name. */
export const PROFILES: Readonly<Record<string, { truth?: string; [property: string]: unknown }>> = {
  'People/Mira Lindqvist.md': { email: 'mira@example.com' },
  'People/Dana Ochoa/README.md': { title: 'Head of Depots', email: 'dana.ochoa@halden.example' },
  'People/Omar Haddad.md': {
    title: 'Omar Haddad',
    aliases: ['O. Haddad', 'Omar H.'],
    email: 'omar@halden.example',
  },
  'People/Ed Haselton.md': { title: '', role: 'Buyer' },
  'People/Priya Raman.md': { email: 'priya.raman@cobalt.example' },
  'People/Jo Lind.md': { title: 'Partner lead' },
  'People/Timo Varga.md': { aliases: 'T. Varga' },
  'People/Timo Berger.md': { email: 'timo.berger@orbit.example' },
  'People/Jürgen Müller.md': {},
  'People/Sigríður Hallsdóttir.md': {},
  'People/Robert Ekdahl.md': { aliases: ['Bobby E'] },
  'People/Elizabeth Stone.md': {},
  'People/Ana Sousa.md': { email: 'ana.sousa@cobalt.example' },
  'People/Ana Costa.md': { email: 'ana.costa@cobalt.example' },
  'People/Marc Weber.md': { email: 'marc@weber.example' },
  'People/Mark Weber.md': { email: 'mark@orbit.example' },
  'People/Anne–Marie Duval.md': {},
  'People/Wilhelmina Feinblit.md': { aliases: ['Mina Feinblit'] },
  'People/D. Okonkwo.md': { truth: 'Daniel Okonkwo', email: 'daniel.okonkwo@orbit.example' },
  'People/Lena Brandt.md': { role: 'Counsel' },
};

export interface LabelledMeeting {
  person?: string;
  participants?: readonly string[];
  owners?: readonly string[];
}

export const MEETINGS: readonly LabelledMeeting[] = [
  // Spellings of one name.
  {
    person: 'Dana Ochoa',
    participants: ['Mira Lindqvist', 'DANA OCHOA = Dana Ochoa', 'Omar Haddad'],
    owners: ['Dana = Dana Ochoa', 'Myself = Mira Lindqvist', 'TBD -'],
  },
  {
    person: '[[Dana Ochoa]] = Dana Ochoa',
    participants: ['Mira Lindqvist', '[[People/Dana Ochoa/README|Dana]] = Dana Ochoa'],
    owners: ['dana  ochoa = Dana Ochoa', 'Me = Mira Lindqvist'],
  },
  {
    person: 'Omar Haddad',
    participants: ['Myself = Mira Lindqvist', 'omar haddad = Omar Haddad'],
    owners: [
      'O. Haddad = Omar Haddad',
      'Omar = Omar Haddad',
      'Omar (Halden) = Omar Haddad',
      'I = Mira Lindqvist',
    ],
  },
  {
    person: 'dana.ochoa@halden.example = Dana Ochoa',
    participants: ['mira@example.com = Mira Lindqvist', 'Omar H. = Omar Haddad'],
    owners: ['Legal -', 'Finance -'],
  },
  {
    person: 'Priya Raman',
    participants: ['Mira Lindqvist', 'Priya Raman (Unknown last name) = Priya Raman', 'Ana Sousa'],
    owners: ['Priya = Priya Raman', 'Ana = Ana Sousa', 'Platform team -'],
  },
  {
    person: 'Anne-Marie Duval = Anne–Marie Duval',
    participants: [
      'Mira Lindqvist',
      'ANNE—MARIE DUVAL = Anne–Marie Duval',
      'Anne - Marie Duval = Anne–Marie Duval',
      'Sigri\u0301ður Hallsdo\u0301ttir = Sigríður Hallsdóttir',
    ],
    owners: ['Sigríður = Sigríður Hallsdóttir'],
  },
  {
    person: 'Jo Lind',
    participants: ['Mira Lindqvist', 'Jo Lind Lind = Jo Lind', 'Timo Varga'],
    owners: [
      'Jo = Jo Lind',
      'Jo (last name unknown) = Jo Lind',
      'Timo = Timo Varga',
      'T. Varga = Timo Varga',
    ],
  },
  {
    person: 'Jo Lind Moller',
    participants: ['Mira Lindqvist', 'Kenji Watanabe'],
    owners: ['Kenji = Kenji Watanabe', 'Kenji Watanabe Watanabe = Kenji Watanabe'],
  },
  {
    person: 'Timo Berger',
    participants: ['Mira Lindqvist', 'Ruth Okafor'],
    owners: [
      'Timo = Timo Berger',
      'timo.berger@orbit.example = Timo Berger',
      'Ruth = Ruth Okafor',
      'Product -',
    ],
  },
  {
    person: 'Wilhelmina Feinblit',
    participants: ['Mira Lindqvist', 'Mina Feinblit = Wilhelmina Feinblit'],
    owners: ['Wilhelmina = Wilhelmina Feinblit'],
  },
  {
    person: 'Robert Ekdahl',
    participants: ['Mira Lindqvist', 'Elizabeth Stone'],
    owners: ['Bobby E = Robert Ekdahl', 'Robert = Robert Ekdahl', 'Elizabeth = Elizabeth Stone', 'Owner -'],
  },
  {
    person: 'Ana Costa',
    participants: ['Mira Lindqvist', 'Carla Voss'],
    owners: ['Ana = Ana Costa', 'Carla = Carla Voss', 'ana.costa@cobalt.example = Ana Costa'],
  },

  // A first name nobody can tell.
  { person: 'Timo Varga', participants: ['Mira Lindqvist', 'Timo Berger'], owners: ['Timo ?', 'Unknown -'] },
  {
    person: 'Ana Sousa',
    participants: ['Mira Lindqvist', 'Ana Costa'],
    owners: ['Ana ?', 'Data engineering -'],
  },
  { person: 'Kenji Watanabe', participants: ['Mira Lindqvist'], owners: ['Timo ?', 'Ana ?', 'Jo ?'] },
  {
    person: 'Jo ?',
    participants: ['Mira Lindqvist', 'Ruth Okafor'],
    owners: ['Jo ?', 'Google networking team -'],
  },
  { participants: ['Mira Lindqvist', 'Jo Lind', 'Jo Lind Moller'], owners: ['Jo ?', 'Everyone -'] },
  { person: 'Mira Stone', participants: ['Dana Ochoa'], owners: ['Mira ?', 'Myself = Mira Lindqvist'] },

  // Misspelt, among the same people.
  {
    person: 'Ed Haselton',
    participants: ['Mira Lindqvist', 'Dana Ochoa'],
    owners: ['Ed Hasleton ? Ed Haselton', 'Ed = Ed Haselton'],
  },
  { person: 'Ed Haslton ? Ed Haselton', participants: ['Mira Lindqvist', 'Dana Ochoa'] },
  {
    person: 'Wilhelmina Fienblit ? Wilhelmina Feinblit',
    participants: ['Mira Lindqvist'],
    owners: ['Wilhelmena Feinblit ? Wilhelmina Feinblit'],
  },
  {
    person: 'Omar Hadad ? Omar Haddad',
    participants: ['Mira Lindqvist', 'Dana Ochoa'],
    owners: ['Omer Haddad ? Omar Haddad'],
  },
  {
    person: 'Sigríður Hallsdottir ? Sigríður Hallsdóttir',
    participants: ['Mira Lindqvist'],
    owners: ['Sigríður Hallsdótir ? Sigríður Hallsdóttir'],
  },
  {
    person: 'Kenji Watanbe ? Kenji Watanabe',
    participants: ['Mira Lindqvist', 'Jo Lind'],
    owners: ['Kenij Watanabe ? Kenji Watanabe'],
  },
  {
    person: 'Ruth Okafor',
    participants: ['Mira Lindqvist'],
    owners: ['Ruth Okaford ? Ruth Okafor', 'Ruth Okofar ? Ruth Okafor'],
  },
  { person: 'Priya Ramen ? Priya Raman', participants: ['Mira Lindqvist', 'Ana Sousa'] },
  {
    person: 'Henrik Solberg',
    participants: ['Mira Lindqvist', 'Beata Nowak'],
    owners: ['Hendrik Solberg ? Henrik Solberg', 'Beata Novak ? Beata Nowak', 'Henrik = Henrik Solberg'],
  },
  {
    person: 'Viktor Castellan',
    participants: ['Mira Lindqvist'],
    owners: ['Victor Castellan ? Viktor Castellan', 'Viktor Castelan ? Viktor Castellan'],
  },

  // Umlauts and accents.
  {
    person: 'Jürgen Müller',
    participants: ['Mira Lindqvist', 'Lena Brandt'],
    owners: ['Juergen Mueller ? Jürgen Müller', 'Jürgen = Jürgen Müller'],
  },
  { person: 'Jurgen Muller ? Jürgen Müller', participants: ['Mira Lindqvist', 'Lena Brandt'] },
  {
    person: 'Søren Ågård',
    participants: ['Mira Lindqvist'],
    owners: ['Soeren Aagaard ? Søren Ågård', 'Søren = Søren Ågård'],
  },
  { person: 'Zoë Dvořák', participants: ['Mira Lindqvist'], owners: ['Zoe Dvorak ? Zoë Dvořák'] },

  // In another order, by nickname, by address.
  { person: 'Ochoa, Dana ? Dana Ochoa', participants: ['Mira Lindqvist', 'Omar Haddad'] },
  { person: 'Watanabe Kenji ? Kenji Watanabe', participants: ['Mira Lindqvist', 'Jo Lind'] },
  { person: 'Bob Ekdahl ? Robert Ekdahl', participants: ['Mira Lindqvist', 'Elizabeth Stone'] },
  { person: 'Liz Stone ? Elizabeth Stone', participants: ['Mira Lindqvist', 'Robert Ekdahl'] },
  {
    person: 'William Thorne',
    participants: ['Mira Lindqvist'],
    owners: ['Bill Thorne ? William Thorne', 'William = William Thorne'],
  },
  {
    person: 'Daniel Okonkwo ? Daniel Okonkwo',
    participants: ['Mira Lindqvist'],
    owners: ['D. Okonkwo = Daniel Okonkwo'],
  },
  {
    person: 'Lucia Ferrante',
    participants: ['Mira Lindqvist', 'lucia.ferrante@example.com ? Lucia Ferrante'],
  },

  // The only one of that first name in the vault: likely, never certain.
  {
    person: 'Kenji Watanabe',
    participants: ['Mira Lindqvist'],
    owners: ['Priya ? Priya Raman', 'Ruth ? Ruth Okafor'],
  },
  { person: 'Lena ? Lena Brandt', participants: ['Mira Lindqvist'] },
  {
    person: 'Viktor ? Viktor Castellan',
    participants: ['Mira Lindqvist', 'Farid ?'],
    owners: ['Lucia ? Lucia Ferrante'],
  },
  { person: 'Søren ? Søren Ågård', participants: ['Mira Lindqvist', 'Ingrid ?'] },

  // Several in one label.
  {
    person: 'Dana Ochoa and Omar Haddad = Dana Ochoa + Omar Haddad',
    participants: ['Mira Lindqvist'],
    owners: ['[[Dana Ochoa, Priya Raman]] = Dana Ochoa + Priya Raman'],
  },
  {
    participants: ['Mira Lindqvist', 'Dana Ochoa or Omar Haddad -', 'Ben & Carla Voss -'],
    owners: ['[[Myself and Dana Ochoa]] = Mira Lindqvist + Dana Ochoa'],
  },
  {
    person: 'Vice President, Cloud',
    participants: ['Mira Lindqvist', 'Hana and Timo -'],
    owners: ['[[Jo Lind, me]] = Jo Lind + Mira Lindqvist'],
  },

  // Two people, however alike.
  {
    participants: ['Mira Lindqvist', 'Jan Weber', 'Jana Weber', 'Marc Weber', 'Mark Weber'],
    owners: ['Jan = Jan Weber', 'Jana = Jana Weber', 'Marc = Marc Weber'],
  },
  { participants: ['Mira Lindqvist', 'Erik Lund', 'Erika Lund'], owners: ['Erika = Erika Lund'] },
  {
    participants: ['Mira Lindqvist', 'Nils Holm', 'Nils Holt', 'Pia Holm'],
    owners: ['Nils ?', 'Pia = Pia Holm'],
  },
  {
    participants: ['Mira Lindqvist', 'Maria Santos', 'Mario Santos', 'Aino Virtanen', 'Aina Virtanen'],
    owners: ['Aino = Aino Virtanen'],
  },
  { participants: ['Mira Lindqvist', 'Chris Vale', 'Christine Vale'], owners: ['Chris = Chris Vale'] },
  {
    participants: [
      'Mira Lindqvist',
      'Greta Olin',
      'Hugo Prager',
      'Ivo Radek',
      'Quinn Abara',
      'Noor Al-Sayed',
    ],
    owners: [
      'Greta = Greta Olin',
      'Hugo = Hugo Prager',
      'Ivo = Ivo Radek',
      'Quinn = Quinn Abara',
      'Noor al-sayed = Noor Al-Sayed',
    ],
  },
  {
    participants: ['Mira Lindqvist', 'Tomas Eklund', 'Uma Devi', 'Xenia Petrov', 'Yara Haddad'],
    owners: [
      'Tomas = Tomas Eklund',
      'Uma = Uma Devi',
      'Xenia = Xenia Petrov',
      'Yara = Yara Haddad',
      '[[Uma Devi]] = Uma Devi',
      'Halden facilities team -',
    ],
  },
];
