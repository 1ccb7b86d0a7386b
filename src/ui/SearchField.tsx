import { Icon } from './Icon';

/** A field in which one types what to look for. */
export function SearchField({
  placeholder,
  label,
  value,
  onSearch,
  onKeyDown,
}: {
  placeholder: string;
  label: string;
  value: string;
  onSearch: (query: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}) {
  return (
    <div class="rapport-search">
      <Icon name="search" />
      <input
        type="search"
        placeholder={placeholder}
        aria-label={label}
        value={value}
        onInput={event => onSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
