/** One server-sent event. */
export interface ServerEvent {
  name: string;
  id: string;
  data: string;
}

/**
 * Takes the events apart in pieces as they come. (The browser's EventSource can send no token.)
 * See https://html.spec.whatwg.org/multipage/server-sent-events.html.
 */
export class EventReader {
  private rest = '';

  /** The events that are whole with this piece. */
  read(piece: string): ServerEvent[] {
    this.rest += piece;
    const blocks = this.rest.split(/\r\n\r\n|\n\n|\r\r/);
    this.rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => event(block));
  }
}

function event(block: string): ServerEvent[] {
  let name = 'message';
  let id = '';
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') name = value;
    else if (field === 'id') id = value;
    else if (field === 'data') data.push(value);
  }
  return data.length === 0 ? [] : [{ name, id, data: data.join('\n') }];
}
