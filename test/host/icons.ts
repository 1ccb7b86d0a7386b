import { icons } from 'lucide';

type IconNode = readonly (readonly [tag: string, attributes: Record<string, string>])[];

const ATTRIBUTES = {
  width: '24',
  height: '24',
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

/** lucide has renamed icons since the version the app ships. */
const RENAMED: Record<string, string> = {
  'alert-triangle': 'triangle-alert',
  'alert-circle': 'circle-alert',
  'check-circle': 'circle-check-big',
  'more-horizontal': 'ellipsis',
  'more-vertical': 'ellipsis-vertical',
  'help-circle': 'circle-question-mark',
};

const custom = new Map<string, string>();

/** Adds an icon drawn on a canvas of 100 by 100. */
export function addIcon(id: string, content: string): void {
  custom.set(id, content);
}

export function removeIcon(id: string): void {
  custom.delete(id);
}

/** Null where there is none of that name. */
export function getIcon(id: string): SVGSVGElement | null {
  const own = custom.get(id);
  if (own !== undefined) return customIcon(id, own);
  const name = id.replace(/^lucide-/, '');
  const shapes = (icons as unknown as Record<string, IconNode>)[pascalCase(RENAMED[name] ?? name)];
  if (!shapes) return null;
  const svg = svgElement('svg', { ...ATTRIBUTES, class: `svg-icon lucide-${name}` }) as SVGSVGElement;
  svg.append(...shapes.map(([tag, attributes]) => svgElement(tag, attributes)));
  return svg;
}

/** Empties `parent`; an unknown icon leaves it empty. */
export function setIcon(parent: HTMLElement, id: string): void {
  const icon = getIcon(id);
  parent.replaceChildren(...(icon ? [icon] : []));
}

export function getIconIds(): string[] {
  return [...Object.keys(icons).map(name => `lucide-${kebabCase(name)}`), ...custom.keys()];
}

function customIcon(id: string, content: string): SVGSVGElement {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" class="svg-icon ${id}">${content}</svg>`;
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  return document.importNode(documentElement, true) as unknown as SVGSVGElement;
}

function svgElement(tag: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const pascalCase = (name: string): string =>
  name
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const kebabCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
