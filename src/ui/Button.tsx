import type { JSX } from 'preact';
import { classes } from './classes';
import { Icon } from './Icon';

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'class' | 'icon'> & { class?: string };

/** A button that sends no form. */
export const Button = (props: ButtonProps) => <button type="button" {...props} />;

/** One that looks like a word of the text. */
export const LinkButton = ({ class: more, ...props }: ButtonProps) => (
  <Button class={classes('rapport-link', more)} {...props} />
);

/** One that shows an icon, and says what it does. */
export const IconButton = ({
  icon,
  label,
  class: more,
  ...props
}: ButtonProps & { icon: string; label: string }) => (
  <Button class={classes('clickable-icon', more)} aria-label={label} {...props}>
    <Icon name={icon} />
  </Button>
);

/** The way to what one came from. */
export const BackButton = ({ to, onClick }: { to: string; onClick: () => void }) => (
  <Button class="rapport-back" onClick={onClick}>
    <Icon name="chevron-left" />
    {to}
  </Button>
);

/** Yes or no to one thing, in two icons; each with what it says and does. */
export const Decision = ({ accept, reject }: Record<'accept' | 'reject', readonly [string, () => void]>) => (
  <div class="rapport-decision">
    {(['accept', 'reject'] as const).map(verdict => {
      const [label, onClick] = { accept, reject }[verdict];
      return (
        <IconButton
          key={verdict}
          icon={ICONS[verdict]}
          label={label}
          class={`rapport-${verdict}`}
          data-tooltip-position="top"
          onClick={onClick}
        />
      );
    })}
  </div>
);

const ICONS = { accept: 'check', reject: 'x' };
