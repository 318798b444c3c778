/** Where in the dashboard this page is: `#/sessions/S-A` is `['sessions', 'S-A']`. */
class Route {
  parts = $state<string[]>(parse());

  constructor() {
    addEventListener('hashchange', () => {
      this.parts = parse();
    });
  }
}

function parse(): string[] {
  return location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decodeURIComponent(part));
}

export const route = new Route();

export function to(...parts: string[]): string {
  return '#/' + parts.map(encodeURIComponent).join('/');
}

export function go(...parts: string[]): void {
  location.hash = to(...parts);
}
