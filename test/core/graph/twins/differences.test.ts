import fc from 'fast-check';
import { differences } from '../../../../src/core/graph/twins/differences';

const marked = (text: string, other: string) =>
  differences(text, other)
    .map(({ text: piece, differs }) => (differs ? `[${piece}]` : piece))
    .join('');

test.each([
  [
    'Send the pricing deck to Omar.',
    'Share the slides on pricing with Priya',
    'Send the pricing deck to [Omar].',
  ],
  ['Book a room for 12 people.', 'Reserve a room for twelve people', 'Book a room for 12 people.'],
  ['Order 400 GPU nodes', 'Order 40 GPU nodes', 'Order [400] GPU nodes'],
  ['Label the racks', 'Racks to be labelled before the move', 'Label the racks'],
  ['', 'anything', ''],
  ['Call Umbra', '', 'Call [Umbra]'],
])('%j beside %j', (text, other, wanted) => expect(marked(text, other)).toBe(wanted));

test('joined, the pieces are the text; beside itself nothing differs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, other) => {
      const pieces = differences(text, other);
      expect(pieces.map(piece => piece.text).join('')).toBe(text);
      expect(differences(text, text).some(({ differs }) => differs)).toBe(false);
    }),
  );
});
