/** A text of the table of words; what stands between two ` is code. */
export const WithCode = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, i) => (i % 2 === 0 ? part : <code key={part}>{part}</code>))}</>
);
