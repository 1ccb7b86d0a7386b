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
const RENAMED: Record<string, string> = { 'alert-triangle': 'triangle-alert' };

export function getIcon(id: string): SVGSVGElement | null {
  const name = id.replace(/^lucide-/, '');
  const shapes = (icons as unknown as Record<string, IconNode>)[pascalCase(RENAMED[name] ?? name)];
  if (!shapes) return null;
  const svg = svgElement('svg', { ...ATTRIBUTES, class: `svg-icon lucide-${name}` }) as SVGSVGElement;
  svg.append(...shapes.map(([tag, attributes]) => svgElement(tag, attributes)));
  return svg;
}

export function setIcon(parent: HTMLElement, id: string): void {
  const icon = getIcon(id);
  parent.replaceChildren(...(icon ? [icon] : []));
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
