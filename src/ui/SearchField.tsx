import type { JSX } from 'preact';
import { Icon } from './Icon';

/** A field in which one types what to look for. */
export const SearchField = ({
  label,
  onSearch,
  ...props
}: Omit<JSX.IntrinsicElements['input'], 'onSearch'> & {
  label: string;
  onSearch: (query: string) => void;
}) => (
  <div class="rapport-search">
    <Icon name="search" />
    <input
      type="search"
      aria-label={label}
      onInput={event => onSearch(event.currentTarget.value)}
      {...props}
    />
  </div>
);
